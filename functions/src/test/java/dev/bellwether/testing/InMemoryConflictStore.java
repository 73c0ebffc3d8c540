package dev.bellwether.testing;

import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.usecase.port.ConflictStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Conflicts in memory, as the contract has them.
public final class InMemoryConflictStore implements ConflictStore {
  private final Map<String, Conflict> conflicts = new TreeMap<>();

  @Override
  public synchronized Conflict save(Conflict conflict) {
    return conflicts.merge(key(conflict), conflict, (before, now) -> now.after(before));
  }

  @Override
  public synchronized void drop(Conflict conflict) {
    conflicts.remove(key(conflict));
  }

  @Override
  public synchronized List<Conflict> of(String repository) {
    return conflicts.values().stream().filter(c -> c.repository().equals(repository)).toList();
  }

  private static String key(Conflict conflict) {
    return String.join(
        " ", conflict.repository(), conflict.one().branch(), conflict.other().branch());
  }
}
