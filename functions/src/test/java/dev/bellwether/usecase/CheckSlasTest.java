package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Terms;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.testing.RecordingTimerQueue.Timer;
import dev.bellwether.testing.RecordingViolationEvents;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckSlasTest {
  private final InMemoryClockStore clocks = new InMemoryClockStore();
  private final RecordingTimerQueue timers = new RecordingTimerQueue();
  private final RecordingViolationEvents events = new RecordingViolationEvents();

  @Test
  void clocks_due_before_the_sweep_after_the_next_get_a_timer_once() {
    var near = stored(Given.aClock(1, T0));
    stored(Given.aClock(2, at(1)));

    var first = sweeping().at(T0);
    var second = sweeping().at(T0);

    assertEquals(List.of(near), first.armed());
    assertEquals(List.of(), second.armed());
    assertEquals(600, timers.timers().getFirst().delay().toSeconds());
    assertEquals(1, timers.timers().size());
  }

  @Test
  void an_overdue_clock_is_raised_and_its_next_timer_set() {
    stored(Given.aClock(1, T0));

    var result = sweeping().at(at(660));

    assertEquals(
        List.of("build_time|octo/hello|build#1.1|1"),
        result.raised().stream().map(Violation::id).toList());
    assertEquals(result.raised(), events.published());
    assertEquals(List.of(240L), timers.timers().stream().map(t -> t.delay().toSeconds()).toList());
  }

  @Test
  void one_clocks_failure_keeps_no_other_from_its_turn_and_is_told() {
    stored(Given.aClock(1, T0));
    var second = stored(Given.aClock(2, at(5)));
    var raise =
        new RaiseLevel(
            clocks,
            timers,
            violation -> {
              if (!violation.clock().equals(second)) {
                throw new IllegalStateException("the bus is down");
              }
            });

    assertThrows(
        IllegalStateException.class, () -> new CheckSlas(clocks, timers, raise).at(at(700)));

    assertEquals(List.of(second), timers.timers().stream().map(Timer::clock).toList());
  }

  @Test
  void a_clock_that_waits_longer_than_a_timer_can_is_left_to_a_later_sweep() {
    var slow = Given.aClock(1, T0);
    stored(
        Clock.of(
            slow.id(),
            slow.marks(),
            Terms.standard(Duration.ofHours(2)),
            slow.facts(),
            slow.factsAt()));

    assertEquals(List.of(), sweeping().at(T0).armed());
    assertEquals(1, sweeping().at(at(6900)).armed().size());
  }

  private ClockId stored(Clock clock) {
    clocks.create(clock);
    return clock.id();
  }

  private CheckSlas sweeping() {
    return new CheckSlas(clocks, timers, new RaiseLevel(clocks, timers, events));
  }
}
