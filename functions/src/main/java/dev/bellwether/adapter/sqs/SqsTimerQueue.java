package dev.bellwether.adapter.sqs;

import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.usecase.port.TimerQueue;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Sends `{"clock_id": "build_time|octo/hello|build#7001.1", "level": 1}`.
public final class SqsTimerQueue implements TimerQueue {
  private final Queue queue;

  /// Sends to the queue at this URL; the client is asked for when there is something to send.
  public SqsTimerQueue(Supplier<SqsClient> sqs, String url) {
    this.queue = new Queue(sqs, url);
  }

  @Override
  public void arm(ClockId clock, Level level, Duration delay) {
    if (delay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException(
          "A timer waits at most %s, not %s: leave later ones to the sweep"
              .formatted(MAX_DELAY, delay));
    }
    queue.send(
        Map.of("clock_id", clock.text(), "level", level.number()),
        clock.subject().repository(),
        delay);
  }
}
