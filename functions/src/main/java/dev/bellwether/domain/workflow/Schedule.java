package dev.bellwether.domain.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says when a scheduled workflow is due, and over what it runs.
///
/// @param catchUp how long after a due instant that was missed it is still made up for
/// @param forEach the kind of open subject it runs over; null where its conditions tell
/// @param limit how many subjects fire at one tick at most, the oldest first; the others have their
///   turn at later ones
public record Schedule(
    Timing timing,
    Overlap overlap,
    Duration catchUp,
    @Nullable SubjectKind forEach,
    Firing firing,
    int limit) {
  /// What a limit is that limits nothing.
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public Schedule {
    if (catchUp.isNegative() || limit < 1) {
      throw new IllegalArgumentException("A schedule's window is not negative, its limit positive");
    }
  }

  /// What happens at a tick while an execution of an earlier tick is under way.
  public enum Overlap {
    SKIP,
    QUEUE,
    ALLOW
  }

  /// How often a subject for which the conditions hold fires.
  public enum Firing {
    /// Once, until they have been false in between.
    ON_CHANGE,
    /// At every tick.
    EVERY_TICK
  }

  /// The standard window for what was missed: that of a day's outage.
  public static final Duration STANDARD_CATCH_UP = Duration.ofDays(1);

  /// What is done within two sweeps is not late, whatever the window: nobody is awake in between.
  static final Duration ON_TIME = Duration.ofMinutes(10);

  /// A plain schedule: skips what overlaps, fires once for each subject.
  public static Schedule at(Timing timing) {
    return new Schedule(timing, Overlap.SKIP, STANDARD_CATCH_UP, null, Firing.ON_CHANGE, UNLIMITED);
  }

  /// A plain schedule by an interval, a whole number of minutes.
  public static Schedule every(Duration interval) {
    return at(new Timing.Every(interval));
  }

  /// Finds the first due instant strictly after an instant.
  public Instant nextAfter(Instant instant) {
    return timing.nextAfter(instant);
  }

  /// Tells whether what was due by an instant is still to be done: whether the latest tick up to it
  /// is within the window. Of several that were missed it is only the latest that counts, and all
  /// are made up for at once.
  public boolean isToBeDoneAt(Instant now) {
    var window = catchUp.compareTo(ON_TIME) > 0 ? catchUp : ON_TIME;
    return !timing.nextAfter(now.minus(window).minusNanos(1)).isAfter(now);
  }

  /// Finds how the executions of its ticks for one subject mind each other; nothing where they do
  /// not.
  public Optional<Concurrency> concurrency(Subject subject) {
    var key = "schedule " + subject.toString().replace("{{", "{ {");
    return switch (overlap) {
      case SKIP -> Optional.of(new Concurrency(key, Concurrency.Policy.SKIP));
      case QUEUE -> Optional.of(new Concurrency(key, Concurrency.Policy.QUEUE));
      case ALLOW -> Optional.empty();
    };
  }

  /// Finds the kind of subject it was told to run over.
  public Optional<SubjectKind> toldKind() {
    return Optional.ofNullable(forEach);
  }
}
