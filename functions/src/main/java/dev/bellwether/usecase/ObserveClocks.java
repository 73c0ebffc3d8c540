package dev.bellwether.usecase;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Observation;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.ClockStore.Creation;
import dev.bellwether.usecase.port.PolicyCatalog;
import dev.bellwether.usecase.port.TimerQueue;
import dev.bellwether.usecase.port.ViolationEvents;
import java.time.Instant;
import java.util.Optional;

/// Opens, pauses and stops SLA clocks as events tell.
///
/// An event that opens a clock costs one write, and one message when the first level is near. The
/// same again, late or out of order, leaves the same clock.
///
/// A subject that ended past a level nobody heard of gets a timer too: it is a violation all the
/// same, with its end.
public final class ObserveClocks {
  /// A clock sees a handful of events in its life, and few of them at once.
  private static final int TRIES = 20;

  private final ClockStore clocks;
  private final TimerQueue timers;
  private final PolicyCatalog policies;
  private final ViolationEvents resolutions;

  /// Works on these.
  ///
  /// @param resolutions hears of the end of what people were told is late
  public ObserveClocks(
      ClockStore clocks, TimerQueue timers, PolicyCatalog policies, ViolationEvents resolutions) {
    this.clocks = clocks;
    this.timers = timers;
    this.policies = policies;
    this.resolutions = resolutions;
  }

  /// Takes an event in.
  ///
  /// @throws IllegalStateException when others write the clock faster than it can be read
  public void on(Event event, Instant now) {
    Observation.of(event, policies.at(now)).ifPresent(seen -> take(seen, now));
  }

  /// Takes in what was seen otherwise than by an event of GitHub's.
  ///
  /// @throws IllegalStateException when others write the clock faster than it can be read
  public void take(Observation seen, Instant now) {
    var promised = policies.at(now);
    var known = Optional.<Clock>empty();
    for (int tries = 0; tries < TRIES; tries++) {
      var next =
          known.map(clock -> seen.addedTo(clock, promised)).orElseGet(() -> seen.opened(promised));
      if (known.filter(next::equals).isPresent()) {
        return;
      }
      if (known.filter(before -> isEnd(before, next)).isPresent()) {
        resolutions.publish(next.violation(announced(next), now));
      }
      var timer = next.timerUntil(now.plus(TimerQueue.MAX_DELAY));
      var marked = timer.map(next::armedFor).orElse(next);
      if (known.isEmpty()) {
        if (clocks.create(marked) instanceof Creation.Exists exists) {
          known = Optional.of(exists.clock());
          continue;
        }
      } else if (!clocks.replace(marked)) {
        known = clocks.find(seen.clock());
        continue;
      }
      timer.ifPresent(level -> timers.arm(next.id(), level, next.untilDue(now)));
      return;
    }
    throw new IllegalStateException(
        "%s changed %d times while an event was added to it".formatted(seen.clock(), TRIES));
  }

  /// Told of before it is stored, and so at least once.
  private static boolean isEnd(Clock before, Clock next) {
    return before.state() != Clock.State.STOPPED
        && next.state() == Clock.State.STOPPED
        && next.level() > 0;
  }

  private static Level announced(Clock clock) {
    return Level.numbered(clock.level()).orElseThrow();
  }
}
