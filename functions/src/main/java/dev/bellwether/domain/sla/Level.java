package dev.bellwether.domain.sla;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How far past its threshold a clock is, and so who hears of it.
public enum Level {
  WARNING(1, Duration.ZERO),
  ESCALATION(2, Duration.ofMinutes(5)),
  CRITICAL(3, Duration.ofMinutes(10));

  private final int number;
  private final Duration offset;

  Level(int number, Duration offset) {
    this.number = number;
    this.offset = offset;
  }

  /// Finds a level by its number, 1 to 3.
  public static Optional<Level> numbered(int number) {
    return Arrays.stream(values()).filter(level -> level.number() == number).findFirst();
  }

  /// Numbers this level as definitions, events and people do: 1 to 3.
  public int number() {
    return number;
  }

  /// Says how long after the threshold the level is reached.
  public Duration offset() {
    return offset;
  }
}
