package dev.bellwether.usecase;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.usecase.port.ClockStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Clocks in memory, sorted by when they are due as DynamoDB's index is; counts what is read.
final class SortedClockStore implements ClockStore {
  private record Due(Instant at, String id) {}

  private final Map<ClockId, Clock> clocks = new HashMap<>();
  private final TreeMap<Due, Clock> due =
      new TreeMap<>(Comparator.comparing(Due::at).thenComparing(Due::id));
  long reads;

  @Override
  public Creation create(Clock clock) {
    var known = clocks.get(clock.id());
    if (known != null) {
      return new Creation.Exists(known);
    }
    var first = clock.withRevision(1);
    put(first);
    return new Creation.Created(first);
  }

  @Override
  public boolean replace(Clock clock) {
    var known = clocks.get(clock.id());
    if (known == null || known.revision() != clock.revision()) {
      return false;
    }
    known.dueAt().ifPresent(at -> due.remove(new Due(at, known.id().text())));
    put(clock.withRevision(clock.revision() + 1));
    return true;
  }

  @Override
  public Optional<Clock> find(ClockId id) {
    reads++;
    return Optional.ofNullable(clocks.get(id));
  }

  @Override
  public List<Clock> due(Instant until, int limit) {
    var found = due.headMap(new Due(until, "~"), true).values().stream().limit(limit).toList();
    reads += found.size();
    return found;
  }

  private void put(Clock clock) {
    clocks.put(clock.id(), clock);
    clock.dueAt().ifPresent(at -> due.put(new Due(at, clock.id().text()), clock));
  }
}
