package dev.bellwether.domain.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// When a schedule is due.
public sealed interface Timing {
  /// Finds the first due instant strictly after an instant.
  Instant nextAfter(Instant instant);

  /// At multiples of an interval since the epoch, so every checker computes the same instants and a
  /// missed sweep shifts nothing.
  record Every(Duration interval) implements Timing {
    public Every {
      if (interval.toMinutes() < 1 || !interval.equals(Duration.ofMinutes(interval.toMinutes()))) {
        throw new IllegalArgumentException("A schedule's interval is a whole number of minutes");
      }
    }

    @Override
    public Instant nextAfter(Instant instant) {
      var step = interval.toSeconds();
      return Instant.ofEpochSecond((Math.floorDiv(instant.getEpochSecond(), step) + 1) * step);
    }
  }

  /// By a cron expression on the clocks of a zone.
  record Cron(CronExpression expression, ZoneId zone) implements Timing {
    @Override
    public Instant nextAfter(Instant instant) {
      return expression
          .nextAfter(instant, zone)
          .orElseThrow(() -> new IllegalStateException("Never due: " + expression));
    }
  }
}
