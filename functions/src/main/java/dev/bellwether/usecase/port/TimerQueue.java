package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import java.time.Duration;

/// Wakes somebody up for a clock, at least once; a message may get lost only with its queue.
public interface TimerQueue {
  /// The longest delay a timer can have: that of an SQS message.
  Duration MAX_DELAY = Duration.ofMinutes(15);

  /// Sends a timer for a clock's level.
  ///
  /// @param delay at most [#MAX_DELAY]
  void arm(ClockId clock, Level level, Duration delay);
}
