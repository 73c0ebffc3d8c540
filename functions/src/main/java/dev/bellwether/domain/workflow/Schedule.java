package dev.bellwether.domain.workflow;

import java.time.Duration;
import java.time.Instant;

/// Says how often a scheduled workflow is due.
///
/// Due instants are multiples of the interval since the epoch, so every checker computes the same
/// ones and a missed sweep shifts nothing.
public record Schedule(Duration interval) {
  public Schedule {
    if (interval.toMinutes() < 1 || !interval.equals(Duration.ofMinutes(interval.toMinutes()))) {
      throw new IllegalArgumentException("A schedule's interval is a whole number of minutes");
    }
  }

  /// Finds the first due instant strictly after an instant.
  public Instant nextAfter(Instant instant) {
    var step = interval.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(instant.getEpochSecond(), step) + 1) * step);
  }
}
