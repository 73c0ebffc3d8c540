package dev.bellwether.usecase;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.TimerQueue;
import dev.bellwether.usecase.port.ViolationEvents;
import java.time.Instant;
import java.util.function.Function;

/// Announces the level a clock has reached, and sets the timer for the next.
///
/// Reads the clock as it is at this moment, so a timer that is late, early, doubled or no longer
/// meant does no harm. After an outage the clock goes straight to the level it is at, with one
/// announcement.
///
/// Publishes first and writes then: a crash in between, and two checkers at once, publish the same
/// violation twice, which its listeners know by its id.
public final class RaiseLevel {
  private static final int TRIES = 20;

  private final ClockStore clocks;
  private final TimerQueue timers;
  private final ViolationEvents events;

  /// Works on these.
  public RaiseLevel(ClockStore clocks, TimerQueue timers, ViolationEvents events) {
    this.clocks = clocks;
    this.timers = timers;
    this.events = events;
  }

  /// How it came out.
  public sealed interface Result {
    /// A level was reached and announced.
    record Raised(Violation violation) implements Result {}

    /// The timer came before its time, and another was sent.
    record Early(Instant due) implements Result {}

    /// Nothing was to be done: the clock is not there, stands still, was moved, or is past the
    /// level.
    record Idle() implements Result {}
  }

  /// Looks after a clock that may be overdue.
  ///
  /// @throws IllegalStateException when others write the clock faster than it can be read
  public Result of(ClockId id, Instant now) {
    return raise(id, now, clock -> new Result.Idle());
  }

  /// Looks after a clock whose timer has come.
  ///
  /// @param level the one the timer was for
  /// @throws IllegalStateException when others write the clock faster than it can be read
  public Result onTimer(ClockId id, Level level, Instant now) {
    return raise(id, now, clock -> again(clock, level, now));
  }

  private Result raise(ClockId id, Instant now, Function<Clock, Result> notDue) {
    for (int tries = 0; tries < TRIES; tries++) {
      var found = clocks.find(id).filter(clock -> clock.dueAt().isPresent());
      if (found.isEmpty()) {
        return new Result.Idle();
      }
      var clock = found.get();
      var reached = clock.unannouncedAt(now);
      if (!clock.untilDue(now).isZero() || reached.isEmpty()) {
        return notDue.apply(clock);
      }
      var violation = clock.violation(reached.get(), now);
      events.publish(violation);
      if (replaced(clock.reached(reached.get()), now)) {
        return new Result.Raised(violation);
      }
    }
    throw new IllegalStateException(
        "%s changed %d times while its level was raised".formatted(id, TRIES));
  }

  /// Sends an early timer once more, unless the clock no longer counts on it.
  private Result again(Clock clock, Level level, Instant now) {
    var wait = clock.untilDue(now);
    var isMeant = clock.armed() == level.number() && clock.level() < level.number();
    if (!isMeant || wait.isZero()) {
      return new Result.Idle();
    }
    timers.arm(clock.id(), level, wait);
    return new Result.Early(now.plus(wait));
  }

  /// Stores a clock, marked for the timer it wants, and then sends that.
  private boolean replaced(Clock clock, Instant now) {
    var timer = clock.timerUntil(now.plus(TimerQueue.MAX_DELAY));
    if (!clocks.replace(timer.map(clock::armedFor).orElse(clock))) {
      return false;
    }
    timer.ifPresent(level -> timers.arm(clock.id(), level, clock.untilDue(now)));
    return true;
  }
}
