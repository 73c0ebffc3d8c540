package dev.bellwether.testing;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.usecase.port.Cooldowns;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Cooldowns in memory, as the contract has them.
public final class InMemoryCooldowns implements Cooldowns {
  private final Map<String, Begun> begun = new HashMap<>();

  private record Begun(ExecutionId by, Instant until) {}

  @Override
  public synchronized boolean begin(Execution execution, Instant now, Instant until) {
    var key = execution.workflow().id() + " " + execution.subject();
    var last = begun.get(key);
    if (last != null && now.isBefore(last.until()) && !last.by().equals(execution.id())) {
      return false;
    }
    begun.put(key, new Begun(execution.id(), until));
    return true;
  }
}
