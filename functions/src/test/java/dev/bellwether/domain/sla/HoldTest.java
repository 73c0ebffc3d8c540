package dev.bellwether.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.TriggerType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds promises up, and promises about tests and deployments and in working hours.
class HoldTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  private static final Subject PR = Subject.parse("octo/hello", "pr#42");

  @Test
  void a_clock_stands_still_while_a_label_holds_it_up() {
    var clock =
        after(
            opened(0),
            labels("labeled", 60, "blocked", "blocked"),
            labels("unlabeled", 180, "blocked"));

    assertEquals(Duration.ofSeconds(60), clock.elapsedAt(at(100)));
    assertEquals(Duration.ofSeconds(60 + 20), clock.elapsedAt(at(200)));
    assertEquals(at(300 + 120), clock.dueAt().orElseThrow());
  }

  @Test
  void it_goes_on_when_the_last_of_several_labels_is_gone() {
    var clock =
        after(
            opened(0),
            labels("labeled", 60, "blocked", "blocked"),
            labels("labeled", 90, "waiting-for-author", "blocked", "waiting-for-author"),
            labels("unlabeled", 120, "blocked", "waiting-for-author"),
            labels("unlabeled", 150, "waiting-for-author"));

    assertEquals(Duration.ofSeconds(60), clock.elapsedAt(at(140)));
    assertEquals(Duration.ofSeconds(70), clock.elapsedAt(at(160)));
  }

  @Test
  void a_draft_that_is_held_up_runs_when_both_are_over() {
    var clock =
        after(
            opened(0),
            labels("labeled", 10, "blocked", "blocked"),
            event("converted_to_draft", 20, Map.of("labels", List.of("blocked"))),
            event("ready_for_review", 30, Map.of("labels", List.of("blocked"))),
            labels("unlabeled", 40, "blocked"));

    assertEquals(Clock.State.RUNNING, clock.state());
    assertEquals(Duration.ofSeconds(10 + 5), clock.elapsedAt(at(45)));
  }

  @Test
  void other_labels_change_nothing() {
    var clock = after(opened(0), labels("labeled", 60, "bug", "bug"));

    assertEquals(1, clock.marks().size());
  }

  @Test
  void one_that_is_opened_with_the_label_waits() {
    var clock = after(event("opened", 0, Map.of("draft", false, "labels", List.of("Blocked"))));

    assertEquals(Clock.State.PAUSED, clock.state());
    assertTrue(clock.dueAt().isEmpty());
  }

  @Test
  void the_same_events_leave_the_same_clock_in_whatever_order_they_come() {
    var events =
        List.of(
            opened(0),
            labels("labeled", 60, "blocked", "blocked"),
            event("converted_to_draft", 70, Map.of("labels", List.of("blocked"))),
            labels("unlabeled", 80, "blocked"),
            event("ready_for_review", 90, Map.of("labels", List.of())),
            event("closed", 200, Map.of("closed_at", at(200).toString())));
    var expected = after(events.toArray(Event[]::new));

    for (int seed = 0; seed < 200; seed++) {
      var shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, seed % events.size()));
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(expected, after(shuffled.toArray(Event[]::new)), "seed " + seed);
    }
    assertEquals(Duration.ofSeconds(60 + 110), expected.elapsedAt(at(999)));
  }

  @ParameterizedTest
  @CsvSource({
    "job#1, job, workflow_job.completed, 480",
    "deployment#1, deployment, deployment_status.created, 900"
  })
  void a_run_begins_and_ends_with_it_and_an_end_is_enough(
      String subject, String what, String name, int threshold) {
    var facts =
        Map.<String, Object>of(
            "is_test",
            true,
            what + "_started_at",
            at(0).toString(),
            what + "_finished_at",
            at(1000).toString());
    var end =
        new Event(
            name,
            Set.of(TriggerType.SCHEDULE),
            Subject.parse("octo/hello", subject),
            new Facts(facts),
            at(1001));

    var clock = Observation.of(end, Policies.STANDARD).orElseThrow().opened(Policies.STANDARD);

    assertEquals(Duration.ofSeconds(threshold), clock.threshold());
    assertEquals(Duration.ofSeconds(1000), clock.elapsedAt(at(5000)));
    assertEquals(Clock.State.STOPPED, clock.state());
  }

  @Test
  void a_job_that_is_no_test_is_nobodys_promise() {
    var facts = new Facts(Map.of("is_test", false, "job_started_at", at(0).toString()));
    var job = Subject.parse("octo/hello", "job#1");

    var event = new Event("workflow_job.queued", Set.of(TriggerType.SCHEDULE), job, facts, at(0));

    assertTrue(Observation.of(event, Policies.STANDARD).isEmpty());
  }

  @Test
  void in_working_hours_a_promise_made_on_friday_evening_breaks_on_monday() {
    var hours = List.of(new Calendar.Hours(9 * 60, 17 * 60));
    var week = Map.of(DayOfWeek.MONDAY, hours, DayOfWeek.FRIDAY, hours, DayOfWeek.TUESDAY, hours);
    var paris = new Calendar("paris", ZoneId.of("Europe/Paris"), week, Set.of());
    var friday = Instant.parse("2026-11-27T15:30:00Z");
    var terms =
        new Terms(
            Duration.ofHours(1),
            List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(8)),
            paris);
    var clock =
        Clock.of(
            new ClockId(Metric.PR_REVIEW_TIME, PR),
            Set.of(new Mark(Mark.Kind.START, friday)),
            terms,
            Facts.none(),
            friday);

    assertEquals(Instant.parse("2026-11-30T08:30:00Z"), clock.dueAt().orElseThrow());
    assertEquals(Duration.ofMinutes(30), clock.elapsedAt(Instant.parse("2026-11-28T12:00:00Z")));
    var reached = clock.reached(Level.WARNING).reached(Level.ESCALATION);
    assertEquals(Instant.parse("2026-12-01T08:30:00Z"), reached.dueAt().orElseThrow());
  }

  @Test
  void other_terms_move_a_clock_and_make_its_timer_void() {
    var clock = after(opened(0)).armedFor(Level.WARNING);

    var moved = clock.under(Terms.standard(Duration.ofMinutes(9)));

    assertEquals(at(540), moved.dueAt().orElseThrow());
    assertEquals(0, moved.armed());
    assertEquals(clock, clock.under(clock.terms()));
  }

  private static Clock after(Event... events) {
    Clock clock = null;
    for (var event : events) {
      var seen = Observation.of(event, Policies.STANDARD).orElseThrow();
      clock =
          clock == null ? seen.opened(Policies.STANDARD) : seen.addedTo(clock, Policies.STANDARD);
    }
    if (clock == null) {
      throw new AssertionError("no events");
    }
    return clock;
  }

  private static Event opened(int second) {
    return event("opened", second, Map.of("draft", false, "labels", List.of()));
  }

  private static Event labels(String action, int second, String label, String... all) {
    return event(action, second, Map.of("label", label, "labels", List.of(all)));
  }

  private static Event event(String action, int second, Map<String, Object> facts) {
    return new Event(
        "pull_request." + action, Set.of(TriggerType.SCHEDULE), PR, new Facts(facts), at(second));
  }

  private static Instant at(int second) {
    return T0.plusSeconds(second);
  }
}
