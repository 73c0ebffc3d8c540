package dev.bellwether.testing;

import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.usecase.port.SilenceStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Silences in memory, as the contract has them.
public final class InMemorySilenceStore implements SilenceStore {
  private final Map<String, Silence> silences = new TreeMap<>();

  @Override
  public synchronized void save(Silence silence) {
    silences.put(silence.id(), silence);
  }

  @Override
  public synchronized Optional<Silence> delete(String id) {
    return Optional.ofNullable(silences.remove(id));
  }

  @Override
  public synchronized List<Silence> all(Instant now) {
    return silences.values().stream()
        .filter(silence -> silence.until().isAfter(now))
        .sorted(Comparator.comparing(Silence::from))
        .toList();
  }
}
