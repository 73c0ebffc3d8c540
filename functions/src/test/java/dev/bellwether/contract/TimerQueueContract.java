package dev.bellwether.contract;

import static dev.bellwether.testing.Given.aBuild;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.usecase.port.TimerQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a queue of timers must promise; each test has a queue that is empty.
public interface TimerQueueContract {
  ClockId CLOCK = new ClockId(Metric.BUILD_TIME, aBuild(7001));

  /// The queue under test.
  TimerQueue queue();

  /// Takes the messages out that are there now, each as its fields.
  List<Map<String, Object>> arrived();

  /// Counts the messages that are held back.
  int held();

  @Test
  default void a_timer_that_is_due_arrives_at_once_and_names_clock_and_level() {
    queue().arm(CLOCK, Level.ESCALATION, Duration.ZERO);

    assertEquals(List.of(Map.of("clock_id", CLOCK.text(), "level", 2)), arrived());
  }

  @Test
  default void a_timer_that_is_overdue_arrives_at_once() {
    queue().arm(CLOCK, Level.WARNING, Duration.ofSeconds(-30));

    assertEquals(1, arrived().size());
  }

  @Test
  default void the_longest_delay_is_held_back() {
    queue().arm(CLOCK, Level.WARNING, TimerQueue.MAX_DELAY);

    assertEquals(List.of(), arrived());
    assertEquals(1, held());
  }

  @Test
  default void a_longer_delay_is_refused_for_the_timer_would_come_too_early() {
    var tooLong = TimerQueue.MAX_DELAY.plusMillis(1);

    assertThrows(IllegalArgumentException.class, () -> queue().arm(CLOCK, Level.WARNING, tooLong));

    assertEquals(0, held());
  }
}
