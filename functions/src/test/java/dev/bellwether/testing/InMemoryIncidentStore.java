package dev.bellwether.testing;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Incidents in memory, as the contract has them.
public final class InMemoryIncidentStore implements IncidentStore {
  private final Map<String, Incident> incidents = new HashMap<>();

  @Override
  public synchronized Optional<Incident> find(String key) {
    return Optional.ofNullable(incidents.get(key));
  }

  @Override
  public synchronized boolean save(Incident incident) {
    var revision = find(incident.key()).map(Incident::revision).orElse(0L);
    if (revision != incident.revision()) {
      return false;
    }
    incidents.put(incident.key(), incident.withRevision(revision + 1));
    return true;
  }

  @Override
  public synchronized List<Incident> due(Instant until, int limit) {
    return incidents.values().stream()
        .filter(incident -> incident.dueAt().filter(at -> !at.isAfter(until)).isPresent())
        .sorted(Comparator.comparing(incident -> incident.dueAt().orElse(Instant.MAX)))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Slice<Incident> list(boolean resolved, Part part) {
    var some = incidents.values().stream().filter(i -> (i.resolvedAt() != null) == resolved);
    return Slices.of(some, Incident::openedAt, Incident::key, part);
  }

  @Override
  public synchronized List<Incident> open(int limit) {
    return incidents.values().stream()
        .filter(incident -> incident.resolvedAt() == null)
        .sorted(Comparator.comparing(Incident::openedAt))
        .limit(limit)
        .toList();
  }
}
