package dev.bellwether.testing;

import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.usecase.port.TimerQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps the timers it is given.
public final class RecordingTimerQueue implements TimerQueue {
  private final List<Timer> timers = new CopyOnWriteArrayList<>();

  /// One timer.
  public record Timer(ClockId clock, Level level, Duration delay) {}

  /// Lists the timers, in the order they were armed.
  public List<Timer> timers() {
    return List.copyOf(timers);
  }

  @Override
  public void arm(ClockId clock, Level level, Duration delay) {
    if (delay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException("A timer waits at most " + MAX_DELAY);
    }
    timers.add(new Timer(clock, level, delay.isNegative() ? Duration.ZERO : delay));
  }
}
