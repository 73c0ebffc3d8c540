package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.bellwether.domain.sla.Violation;
import dev.bellwether.testing.Happened;
import dev.bellwether.usecase.SlaWorld.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people are told, and when, by virtual time.
class SlaTimeTest {
  private final SlaWorld world = new SlaWorld();

  @Test
  void a_build_that_overruns_goes_through_the_levels_at_their_instants_once_each() {
    world.take(Happened.buildRequested(T0));

    world.runUntil(7200);

    assertEquals(List.of("1 at 600", "2 at 900", "3 at 1200"), world.told());
  }

  @Test
  void doubled_timers_tell_nothing_twice() {
    world.fate = Fate.DOUBLED;
    world.take(Happened.buildRequested(T0));

    world.runUntil(7200);

    assertEquals(List.of("1 at 600", "2 at 900", "3 at 1200"), world.told());
  }

  @Test
  void early_timers_are_set_again_and_nothing_comes_before_its_time() {
    world.fate = Fate.EARLY;
    world.take(Happened.buildRequested(T0));

    world.runUntil(7200);

    assertEquals(List.of("1 at 600", "2 at 900", "3 at 1200"), world.told());
  }

  @Test
  void late_timers_are_late_by_no_more_than_themselves() {
    world.fate = Fate.LATE;
    world.take(Happened.buildRequested(T0));

    world.runUntil(7200);

    assertEquals(List.of("1 at 640", "2 at 940", "3 at 1240"), world.told());
  }

  @Test
  void with_every_timer_lost_the_sweep_is_at_most_five_minutes_late() {
    world.fate = Fate.LOST;
    world.take(Happened.buildRequested(T0));

    world.runUntil(7200);

    assertEquals(List.of("1 at 677", "2 at 977", "3 at 1277"), world.told());
  }

  @Test
  void two_checkers_at_once_tell_nothing_twice() {
    world.fate = Fate.LOST;
    world.take(Happened.buildRequested(T0));

    for (int second = 0; second <= 1500; second += 50) {
      world.time.set(at(second));
      world.checkSlas.at(world.time.instant());
      world.checkSlas.at(world.time.instant());
    }

    assertEquals(List.of("1 at 600", "2 at 900", "3 at 1200"), world.told());
  }

  @Test
  void after_an_hours_outage_people_are_told_once_of_the_level_reached() {
    world.take(Happened.buildRequested(T0));

    world.outageUntil(3600);
    world.runUntil(7200);

    assertEquals(List.of("3 at 3600"), world.told());
    assertEquals(
        List.of("escalation-level-2", "escalation-level-3", "escalation-level-1").stream()
            .sorted()
            .toList(),
        world.executions.newest(world.time.instant(), 10).stream()
            .map(execution -> execution.workflow().id().value())
            .sorted()
            .toList());
  }

  @Test
  void a_review_a_second_before_the_end_is_in_time() {
    world.take(Happened.opened(T0));
    world.runUntil(299);
    world.take(Happened.reviewedBy("bob", at(299)));

    world.runUntil(7200);

    assertEquals(List.of(), world.published);
  }

  @Test
  void a_review_that_arrives_after_the_end_but_was_in_time_is_too_late_to_take_back() {
    world.take(Happened.opened(T0));
    world.runUntil(310);
    world.take(Happened.reviewedBy("bob", at(299)));

    world.runUntil(7200);

    assertEquals(List.of("1 at 300"), world.told());
    assertEquals(1, world.published.size());
  }

  @Test
  void a_draft_waits_for_nobody_and_its_time_goes_on_when_it_is_ready() {
    world.take(Happened.opened(T0));
    world.runUntil(100);
    world.take(Happened.pullRequest("converted_to_draft", at(100)));
    world.runUntil(5000);
    world.take(Happened.pullRequest("ready_for_review", at(5000)));

    world.runUntil(5250);

    assertEquals(List.of("1 at 5200"), world.told());
  }

  @Test
  void an_event_that_comes_late_is_told_of_at_once_at_the_level_it_is_at() {
    world.runUntil(700);
    world.take(Happened.opened(T0));

    world.runUntil(1000);

    assertEquals(List.of("2 at 700", "3 at 900"), world.told());
  }

  @Test
  void a_build_that_overran_and_ended_unseen_is_recorded_and_nobody_is_called() {
    world.runUntil(5000);
    world.take(Happened.buildCompleted(T0, at(700)));

    world.runUntil(7200);

    assertEquals(List.of(), world.told());
    var recorded = world.violations.newest(world.time.instant(), 10);
    assertEquals(
        List.of("build_time|octo/hello|build#7001.1|1"),
        recorded.stream().map(Violation::id).toList());
    assertEquals(700, recorded.getFirst().elapsed().toSeconds());
    assertNotNull(recorded.getFirst().stoppedAt());
  }

  @Test
  void a_review_that_a_close_overtook_still_counts() {
    world.take(Happened.opened(T0));
    world.outageUntil(405);
    world.take(Happened.closed(at(400)));
    world.runUntil(407);
    world.take(Happened.reviewedBy("bob", at(250)));

    world.runUntil(7200);

    assertEquals(List.of(), world.published);
  }

  @Test
  void a_build_that_ends_between_levels_reaches_no_more() {
    world.take(Happened.buildRequested(T0));
    world.runUntil(650);
    world.take(Happened.buildCompleted(T0, at(650)));

    world.runUntil(7200);

    assertEquals(List.of("1 at 600"), world.told());
    assertEquals(1, world.published.size());
  }
}
