package dev.bellwether.domain.sla;

import static dev.bellwether.domain.sla.Mark.Kind.CLOSE;
import static dev.bellwether.domain.sla.Mark.Kind.PAUSE;
import static dev.bellwether.domain.sla.Mark.Kind.REOPEN;
import static dev.bellwether.domain.sla.Mark.Kind.START;
import static dev.bellwether.domain.sla.Mark.Kind.STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.testing.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  private static final ClockId ID = new ClockId(Metric.PR_REVIEW_TIME, Given.aPullRequest(42));

  @Test
  void a_running_clock_reaches_its_levels_at_their_very_instants() {
    var clock = clock(mark(START, 0));

    assertEquals(Optional.empty(), clock.levelAt(at(300).minusNanos(1)));
    assertEquals(Optional.of(Level.WARNING), clock.levelAt(at(300)));
    assertEquals(Optional.of(Level.WARNING), clock.levelAt(at(600).minusNanos(1)));
    assertEquals(Optional.of(Level.ESCALATION), clock.levelAt(at(600)));
    assertEquals(Optional.of(Level.CRITICAL), clock.levelAt(at(900)));
    assertEquals(Optional.of(Level.CRITICAL), clock.levelAt(at(90_000)));
  }

  @Test
  void it_is_due_at_the_next_level_not_announced_and_after_the_last_no_more() {
    var clock = clock(mark(START, 0));

    assertEquals(Optional.of(at(300)), clock.dueAt());
    assertEquals(Optional.of(at(600)), clock.reached(Level.WARNING).dueAt());
    assertEquals(Optional.of(at(900)), clock.reached(Level.ESCALATION).dueAt());
    assertEquals(Optional.empty(), clock.reached(Level.CRITICAL).dueAt());
  }

  @Test
  void one_that_ended_past_a_level_not_announced_is_due_soon_after_its_end() {
    var clock = clock(mark(START, 0), mark(STOP, 301));

    assertEquals(Optional.of(at(361)), clock.dueAt());
    assertEquals(Optional.empty(), clock.reached(Level.WARNING).dueAt());
    assertEquals(Optional.empty(), clock(mark(START, 0), mark(STOP, 299)).dueAt());
  }

  @Test
  void a_pause_does_not_count_and_moves_what_is_due() {
    var paused = clock(mark(START, 0), mark(PAUSE, 100));
    var resumed = paused.merge(List.of(mark(START, 1000)), Facts.none(), T0);

    assertEquals(Clock.State.PAUSED, paused.state());
    assertEquals(Duration.ofSeconds(100), paused.elapsedAt(at(5000)));
    assertEquals(Optional.empty(), paused.dueAt());
    assertEquals(Optional.of(at(1200)), resumed.dueAt());
    assertEquals(Duration.ofSeconds(150), resumed.elapsedAt(at(1050)));
    assertEquals(Optional.of(T0), resumed.startedAt());
  }

  @Test
  void a_stop_before_any_start_leaves_nothing_to_measure() {
    var clock = clock(mark(STOP, 10), mark(START, 20));

    assertEquals(Clock.State.STOPPED, clock.state());
    assertEquals(Optional.empty(), clock.levelAt(at(9000)));
    assertTrue(clock.isSubjectOpen());
  }

  @Test
  void a_second_stop_and_the_close_after_it_change_no_time() {
    var clock = clock(mark(START, 0), mark(STOP, 200), mark(STOP, 250), mark(CLOSE, 400));

    assertEquals(Optional.of(at(200)), clock.stoppedAt());
    assertEquals(Duration.ofSeconds(200), clock.elapsedAt(at(9000)));
    assertFalse(clock.isSubjectOpen());
  }

  @Test
  void a_reopened_subject_goes_on_from_where_it_was_closed() {
    var running = clock(mark(START, 0), mark(CLOSE, 100), mark(REOPEN, 1000));
    var draft = clock(mark(START, 0), mark(PAUSE, 50), mark(CLOSE, 100), mark(REOPEN, 1000));
    var reviewed = clock(mark(START, 0), mark(STOP, 50), mark(CLOSE, 100), mark(REOPEN, 1000));

    assertEquals(Clock.State.RUNNING, running.state());
    assertEquals(Optional.of(at(1200)), running.dueAt());
    assertEquals(Optional.empty(), running.stoppedAt());
    assertEquals(Clock.State.PAUSED, draft.state());
    assertEquals(Clock.State.STOPPED, reviewed.state());
    assertEquals(Optional.of(at(50)), reviewed.stoppedAt());
    for (var clock : List.of(running, draft, reviewed)) {
      assertTrue(clock.isSubjectOpen());
    }
  }

  @Test
  void marks_read_the_same_in_whatever_order_they_come() {
    var seed = 20261125L;
    var random = new Random(seed);
    var marks =
        List.of(
            mark(START, 0), mark(PAUSE, 60), mark(START, 90), mark(STOP, 400), mark(CLOSE, 500));
    var inOrder = clock(marks.toArray(Mark[]::new));

    for (int run = 0; run < 200; run++) {
      var shuffled = new ArrayList<>(marks);
      shuffled.add(marks.get(random.nextInt(marks.size())));
      Collections.shuffle(shuffled, random);
      var clock = clock();
      for (var mark : shuffled) {
        clock = clock.merge(Set.of(mark), Facts.none(), T0);
      }
      assertEquals(inOrder, clock, "seed " + seed);
    }
  }

  @Test
  void no_number_of_pauses_keeps_an_end_from_being_seen() {
    var marks = new HashSet<>(Set.of(mark(CLOSE, 100_000)));
    for (long i = 0; i < 1000; i++) {
      marks.add(mark(START, 2 * i));
      marks.add(mark(PAUSE, 2 * i + 1));
    }

    var clock = clock(marks.toArray(Mark[]::new));

    assertFalse(clock.isSubjectOpen());
    assertEquals(2 * Clock.MAX_MARKS + 1, clock.marks().size());
  }

  @Test
  void newer_facts_replace_older_ones_and_those_of_one_instant_the_same_in_any_order() {
    var red = new Facts(Map.of("color", "red"));
    var blue = new Facts(Map.of("color", "blue"));

    assertEquals(blue, clock().merge(Set.of(), red, at(1)).merge(Set.of(), blue, at(2)).facts());
    assertEquals(blue, clock().merge(Set.of(), blue, at(2)).merge(Set.of(), red, at(1)).facts());
    assertEquals(
        clock().merge(Set.of(), blue, at(1)).merge(Set.of(), red, at(1)),
        clock().merge(Set.of(), red, at(1)).merge(Set.of(), blue, at(1)));
  }

  @Test
  void the_latest_touch_counts_in_whatever_order_facts_come() {
    var red = new Facts(Map.of("color", "red", "updated_at", at(1).toString()));
    var blue = new Facts(Map.of("updated_at", at(2).toString(), "color", "blue"));
    var touch = new Facts(Map.of("updated_at", at(9).toString()));

    var touched = clock().merge(Set.of(), red, at(2)).merge(Set.of(), touch, Instant.EPOCH);

    assertEquals(red.with("updated_at", at(9).toString()), touched.facts());
    assertEquals(
        touched.merge(Set.of(), blue, at(2)).facts(),
        clock()
            .merge(Set.of(), blue, at(2))
            .merge(Set.of(), touch, Instant.EPOCH)
            .merge(Set.of(), red, at(2))
            .facts());
  }

  @Test
  void a_timer_is_wanted_once_for_a_level_and_anew_when_its_instant_moves() {
    var clock = clock(mark(START, 0));
    var armed = clock.armedFor(Level.WARNING);
    var moved = armed.merge(List.of(mark(PAUSE, 10), mark(START, 40)), Facts.none(), T0);

    assertEquals(Optional.empty(), clock.timerUntil(at(299)));
    assertEquals(Optional.of(Level.WARNING), clock.timerUntil(at(300)));
    assertEquals(Optional.empty(), armed.timerUntil(at(300)));
    assertEquals(Optional.of(Level.WARNING), moved.timerUntil(at(330)));
    assertEquals(Optional.of(Level.ESCALATION), armed.reached(Level.WARNING).timerUntil(at(600)));
  }

  @Test
  void a_violation_says_how_long_it_took_and_what_was_announced_before() {
    var open = clock(mark(START, 0)).reached(Level.WARNING).violation(Level.ESCALATION, at(601));
    var over = clock(mark(START, 0), mark(STOP, 700)).violation(Level.ESCALATION, at(9000));

    assertEquals("pr_review_time|octo/hello|pr#42|2", open.id());
    assertEquals(1, open.previousLevel());
    assertEquals(Duration.ofSeconds(601), open.elapsed());
    assertTrue(open.isOpen());
    assertEquals(Duration.ofSeconds(700), over.elapsed());
    assertEquals(at(700), over.stoppedAt());
    assertThrows(IllegalStateException.class, () -> clock().violation(Level.WARNING, T0));
  }

  @Test
  void only_a_running_build_has_a_duration_that_grows() {
    var running = Given.aClock(7001, T0);
    var over = running.merge(List.of(mark(STOP, 30)), Facts.none(), T0);

    assertEquals(Optional.of(45L), running.factsAsOf(at(45)).number("build_duration"));
    assertEquals(Optional.empty(), over.factsAsOf(at(45)).number("build_duration"));
    assertEquals(Optional.empty(), clock(mark(START, 0)).factsAsOf(at(45)).get("build_duration"));
  }

  private static Clock clock(Mark... marks) {
    return Clock.of(ID, Set.of(marks), Terms.standard(Duration.ofMinutes(5)), Facts.none(), T0);
  }

  private static Mark mark(Mark.Kind kind, long second) {
    return new Mark(kind, at(second));
  }

  private static Instant at(long second) {
    return T0.plusSeconds(second);
  }
}
