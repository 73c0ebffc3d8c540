package dev.bellwether.usecase;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.TimerQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Sweeps the clocks that are due: sets timers for those that soon will be, and raises those whose
/// timer was lost.
///
/// Once for each level: a timer is sent after the clock was marked for it by a conditional write.
public final class CheckSlas {
  /// Two sweeps ahead, so that one that fails is not felt.
  static final Duration AHEAD = Duration.ofMinutes(10);

  /// What one invocation has the time for; the rest, which is due later, is the next one's.
  static final int LIMIT = 500;

  private final ClockStore clocks;
  private final TimerQueue timers;
  private final RaiseLevel raiseLevel;

  /// Works on these.
  public CheckSlas(ClockStore clocks, TimerQueue timers, RaiseLevel raiseLevel) {
    this.clocks = clocks;
    this.timers = timers;
    this.raiseLevel = raiseLevel;
  }

  /// What a sweep did.
  ///
  /// @param armed clocks that got a timer
  public record Result(List<Violation> raised, List<ClockId> armed) {
    public Result {
      raised = List.copyOf(raised);
      armed = List.copyOf(armed);
    }
  }

  /// Sweeps. One clock's failure keeps no other from its turn; the first is thrown at the end.
  public Result at(Instant now) {
    var raised = new ArrayList<Violation>();
    var armed = new ArrayList<ClockId>();
    EachAlone.of(
        clocks.due(now.plus(AHEAD), LIMIT),
        clock -> {
          if (clock.untilDue(now).isZero()) {
            if (raiseLevel.of(clock.id(), now) instanceof RaiseLevel.Result.Raised one) {
              raised.add(one.violation());
            }
          } else if (hasArmed(clock, now)) {
            armed.add(clock.id());
          }
        });
    return new Result(raised, armed);
  }

  /// Arms a clock unless it is; one that has changed since it was listed is left to whoever changed
  /// it, and to the next sweep.
  private boolean hasArmed(Clock clock, Instant now) {
    var timer = clock.timerUntil(now.plus(AHEAD));
    if (timer.isEmpty() || !clocks.replace(clock.armedFor(timer.get()))) {
      return false;
    }
    timers.arm(clock.id(), timer.get(), clock.untilDue(now));
    return true;
  }
}
