package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says that a promise was broken, and how far: what `SLA Violation Detected` carries.
///
/// There is one for each clock and level; the same raised again is the same violation.
///
/// @param previousLevel the highest level announced before, 0 for none: after an outage a clock may
///   go from 0 straight to 3
/// @param elapsed the time that counted, when detected; of a subject that has ended, all of it
/// @param stoppedAt when the subject was done with; null while the promise is still open
/// @param round how often its incident was escalated anew; 0 at first
/// @param channels where the first notice goes; empty for the standard ones
public record Violation(
    ClockId clock,
    Level level,
    int previousLevel,
    Instant startedAt,
    Duration threshold,
    Duration elapsed,
    Instant detectedAt,
    @Nullable Instant stoppedAt,
    List<String> channels,
    Facts facts,
    int round) {
  public Violation {
    channels = List.copyOf(channels);
  }

  /// A violation that is escalated for the first time.
  public Violation(
      ClockId clock,
      Level level,
      int previousLevel,
      Instant startedAt,
      Duration threshold,
      Duration elapsed,
      Instant detectedAt,
      @Nullable Instant stoppedAt,
      List<String> channels,
      Facts facts) {
    this(
        clock,
        level,
        previousLevel,
        startedAt,
        threshold,
        elapsed,
        detectedAt,
        stoppedAt,
        channels,
        facts,
        0);
  }

  /// Copies the violation for people who were told of another level last.
  public Violation since(int told) {
    return copy(told, round);
  }

  /// Copies the violation for another round.
  public Violation inRound(int next) {
    return copy(previousLevel, next);
  }

  private Violation copy(int previous, int next) {
    return new Violation(
        clock,
        level,
        previous,
        startedAt,
        threshold,
        elapsed,
        detectedAt,
        stoppedAt,
        channels,
        facts,
        next);
  }

  /// Names the violation for good: `build_time|octo/hello|build#7001.1|2`.
  public String id() {
    return clock.text() + "|" + level.number();
  }

  /// Tells whether anything can still be done about it: an ended subject's is only recorded.
  public boolean isOpen() {
    return stoppedAt == null;
  }
}
