package dev.bellwether.testing;

import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ViolationStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Violations in memory.
public final class InMemoryViolationStore implements ViolationStore {
  private final Map<String, Violation> violations = new HashMap<>();

  @Override
  public synchronized boolean record(Violation violation) {
    return violations.putIfAbsent(violation.id(), violation) == null;
  }

  @Override
  public synchronized List<Violation> newest(Instant now, int limit) {
    return violations.values().stream()
        .sorted(Comparator.comparing(Violation::detectedAt).reversed())
        .limit(limit)
        .toList();
  }
}
