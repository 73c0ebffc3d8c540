package dev.bellwether.testing;

import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.sla.ViolationCount;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import dev.bellwether.usecase.port.ViolationStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Violations in memory.
public final class InMemoryViolationStore implements ViolationStore {
  private final Map<String, Violation> violations = new HashMap<>();

  @Override
  public synchronized boolean record(Violation violation) {
    return violations.putIfAbsent(violation.id(), violation) == null;
  }

  @Override
  public synchronized List<ViolationCount> counts(Instant now, int days) {
    var first = day(now).minusDays(days - 1L);
    return violations.values().stream()
        .map(v -> new ViolationCount(day(v.detectedAt()), v.clock().metric(), v.level(), 1))
        .filter(one -> !one.day().isBefore(first) && !one.day().isAfter(day(now)))
        .collect(Collectors.groupingBy(one -> one, Collectors.summingInt(one -> 1)))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey().times(entry.getValue()))
        .sorted()
        .toList();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  @Override
  public synchronized Slice<Violation> list(Part part) {
    return Slices.of(violations.values().stream(), Violation::detectedAt, Violation::id, part);
  }
}
