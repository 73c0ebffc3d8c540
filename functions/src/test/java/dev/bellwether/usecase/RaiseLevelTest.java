package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Terms;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.Race;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.testing.RecordingViolationEvents;
import dev.bellwether.usecase.RaiseLevel.Result;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RaiseLevelTest {
  private final InMemoryClockStore clocks = new InMemoryClockStore();
  private final RecordingTimerQueue timers = new RecordingTimerQueue();
  private final RecordingViolationEvents events = new RecordingViolationEvents();
  private final RaiseLevel raiseLevel = new RaiseLevel(clocks, timers, events);

  @Test
  void timers_that_race_write_one_level_under_one_id_and_set_one_timer() {
    var id = stored(Given.aClock(7001, T0).armedFor(Level.WARNING));

    Race.of(runner -> raiseLevel.onTimer(id, Level.WARNING, at(600)));

    assertEquals(1, clocks.find(id).orElseThrow().level());
    assertEquals(
        Set.of("build_time|octo/hello|build#7001.1|1"),
        events.published().stream().map(Violation::id).collect(Collectors.toSet()));
    assertEquals(1, timers.timers().size());
    assertEquals(Level.ESCALATION, timers.timers().getFirst().level());
  }

  @Test
  void an_early_timer_is_sent_again_for_what_is_left() {
    var id = stored(Given.aClock(7001, T0).armedFor(Level.WARNING));

    var result = raiseLevel.onTimer(id, Level.WARNING, at(599).plusMillis(400));

    assertEquals(new Result.Early(at(600)), result);
    assertEquals(Duration.ofMillis(600), timers.timers().getFirst().delay());
  }

  @Test
  void a_timer_that_the_clock_does_not_count_on_is_not_sent_again() {
    var moved = stored(Given.aClock(1, T0));
    var past = stored(slow(2).reached(Level.WARNING));

    assertEquals(new Result.Idle(), raiseLevel.onTimer(moved, Level.WARNING, at(300)));
    assertEquals(new Result.Idle(), raiseLevel.onTimer(past, Level.WARNING, at(300)));
    assertEquals(List.of(), timers.timers());
  }

  @Test
  void a_level_far_off_is_left_to_the_sweep() {
    var id = stored(slow(1));

    assertEquals(new Result.Idle(), raiseLevel.of(id, at(600)));

    assertEquals(List.of(), timers.timers());
    assertEquals(0, clocks.find(id).orElseThrow().armed());
  }

  @Test
  void the_violation_names_the_level_before_it() {
    var id = stored(Given.aClock(7001, T0).reached(Level.WARNING));

    var raised = assertInstanceOf(Result.Raised.class, raiseLevel.of(id, at(1300))).violation();

    assertEquals(Level.CRITICAL, raised.level());
    assertEquals(1, raised.previousLevel());
  }

  private ClockId stored(Clock clock) {
    clocks.create(clock);
    return clock.id();
  }

  private static Clock slow(int run) {
    var usual = Given.aClock(run, T0);
    return Clock.of(
        usual.id(),
        usual.marks(),
        Terms.standard(Duration.ofHours(2)),
        usual.facts(),
        usual.factsAt());
  }
}
