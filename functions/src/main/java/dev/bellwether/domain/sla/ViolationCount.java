package dev.bellwether.domain.sla;

import java.time.LocalDate;
import java.util.Comparator;

/// How often a level of a metric was reached on a day, in UTC.
public record ViolationCount(LocalDate day, Metric metric, Level level, int count)
    implements Comparable<ViolationCount> {
  private static final Comparator<ViolationCount> IN_TIME =
      Comparator.comparing(ViolationCount::day)
          .thenComparing(ViolationCount::metric)
          .thenComparing(ViolationCount::level);

  /// Copies it so many times.
  public ViolationCount times(int factor) {
    return new ViolationCount(day, metric, level, count * factor);
  }

  @Override
  public int compareTo(ViolationCount other) {
    return IN_TIME.compare(this, other);
  }
}
