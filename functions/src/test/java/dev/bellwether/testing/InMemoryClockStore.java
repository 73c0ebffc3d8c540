package dev.bellwether.testing;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Clocks in memory.
public final class InMemoryClockStore implements ClockStore, ClockReader {
  private final Map<ClockId, Clock> clocks = new HashMap<>();

  @Override
  public synchronized Creation create(Clock clock) {
    var first = clock.withRevision(1);
    var existing = clocks.putIfAbsent(clock.id(), first);
    return existing == null ? new Creation.Created(first) : new Creation.Exists(existing);
  }

  @Override
  public synchronized boolean replace(Clock clock) {
    var stored = clocks.get(clock.id());
    if (stored == null || stored.revision() != clock.revision()) {
      return false;
    }
    clocks.put(clock.id(), clock.withRevision(clock.revision() + 1));
    return true;
  }

  @Override
  public synchronized Optional<Clock> find(ClockId id) {
    return Optional.ofNullable(clocks.get(id));
  }

  @Override
  public synchronized List<Clock> due(Instant until, int limit) {
    return clocks.values().stream()
        .filter(clock -> clock.dueAt().filter(at -> !at.isAfter(until)).isPresent())
        .sorted(Comparator.comparing(clock -> clock.dueAt().orElseThrow()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Slice<Clock> open(List<SubjectKind> kinds, String after, int limit) {
    Function<Clock, String> place =
        clock -> "%s %s".formatted(clock.startedAt().orElse(clock.factsAt()), clock.id().text());
    var found =
        clocks.values().stream()
            .filter(clock -> kinds.contains(clock.id().subject().kind()) && clock.isSubjectOpen())
            .filter(clock -> place.apply(clock).compareTo(after) > 0)
            .sorted(Comparator.comparing(place))
            .limit(limit + 1L)
            .toList();
    return Slices.cut(found, place, limit);
  }
}
