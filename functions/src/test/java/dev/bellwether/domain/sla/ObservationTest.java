package dev.bellwether.domain.sla;

import static dev.bellwether.domain.sla.Mark.Kind.CLOSE;
import static dev.bellwether.domain.sla.Mark.Kind.PAUSE;
import static dev.bellwether.domain.sla.Mark.Kind.REOPEN;
import static dev.bellwether.domain.sla.Mark.Kind.START;
import static dev.bellwether.domain.sla.Mark.Kind.STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.testing.Happened;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  private static final Instant T1 = T0.plusSeconds(60);

  @Test
  void a_pull_request_waits_from_when_it_is_open_and_no_draft() {
    assertEquals(Set.of(new Mark(START, T0)), marks(Happened.opened(T0)));
    assertEquals(Set.of(), marks(Happened.openedAsDraft(T0)));
    assertEquals(Set.of(new Mark(START, T1)), marks(Happened.pullRequest("ready_for_review", T1)));
    assertEquals(
        Set.of(new Mark(PAUSE, T1)), marks(Happened.pullRequest("converted_to_draft", T1)));
    assertEquals(Set.of(new Mark(REOPEN, T1)), marks(Happened.pullRequest("reopened", T1)));
  }

  @Test
  void somebody_elses_review_stops_it_and_the_authors_own_does_not() {
    assertEquals(Set.of(new Mark(STOP, T1)), marks(Happened.reviewedBy("bob", T1)));
    assertEquals(Set.of(), marks(Happened.reviewedBy("alice", T1)));
  }

  @Test
  void any_event_of_a_closed_pull_request_tells_when_it_was_closed() {
    var later = Happened.closed(T0).facts();
    var labeled = Happened.pullRequest("labeled", T1);
    var late = new Event(labeled.name(), labeled.triggers(), labeled.subject(), later, T1);

    assertEquals(Set.of(new Mark(CLOSE, T0)), marks(Happened.closed(T0)));
    assertEquals(Set.of(new Mark(CLOSE, T0)), marks(late));
    assertEquals(Set.of(), marks(labeled));
  }

  @Test
  void the_facts_of_a_review_yield_to_any_others() {
    var clock =
        Observation.of(Happened.opened(T0), Policies.STANDARD)
            .orElseThrow()
            .opened(Policies.STANDARD);

    var reviewed =
        Observation.of(Happened.reviewedBy("bob", T1), Policies.STANDARD)
            .orElseThrow()
            .addedTo(clock, Policies.STANDARD);

    assertEquals(Optional.of(12L), reviewed.facts().number("files_changed"));
  }

  @Test
  void a_completion_by_itself_tells_of_the_whole_build() {
    var start = new Mark(START, T0);

    assertEquals(Set.of(start), marks(Happened.buildRequested(T0)));
    assertEquals(Set.of(start), marks(Happened.buildInProgress(T0, T1)));
    assertEquals(
        Set.of(start, new Mark(STOP, T1), new Mark(CLOSE, T1)),
        marks(Happened.buildCompleted(T0, T1)));
  }

  @Test
  void facts_are_kept_without_the_payload() {
    var facts = Observation.of(Happened.opened(T0), Policies.STANDARD).orElseThrow().facts();

    assertTrue(facts.get("title").isPresent());
    assertFalse(facts.values().containsKey("event"));
  }

  @Test
  void a_comment_tells_that_a_pull_request_was_touched_and_no_more() {
    var clock =
        Observation.of(Happened.opened(T0), Policies.STANDARD)
            .orElseThrow()
            .opened(Policies.STANDARD);

    var commented =
        Observation.of(Happened.commented(T1), Policies.STANDARD)
            .orElseThrow()
            .addedTo(clock, Policies.STANDARD);

    assertEquals(clock.facts().with("updated_at", T1.toString()), commented.facts());
    assertEquals(clock.marks(), commented.marks());
  }

  @Test
  void an_issue_is_open_until_it_is_closed_and_promises_nothing() {
    var opened =
        Observation.of(Happened.issue(7, "opened", T0, Map.of()), Policies.STANDARD)
            .orElseThrow()
            .opened(Policies.STANDARD);
    var closing = Happened.issue(7, "closed", T1, Map.of("closed_at", T1.toString()));
    var closed =
        Observation.of(closing, Policies.STANDARD).orElseThrow().addedTo(opened, Policies.STANDARD);
    var reopening = Happened.issue(7, "reopened", T1.plusSeconds(9), Map.of());
    var reopened =
        Observation.of(reopening, Policies.STANDARD)
            .orElseThrow()
            .addedTo(closed, Policies.STANDARD);

    assertTrue(opened.isSubjectOpen());
    assertFalse(closed.isSubjectOpen());
    assertTrue(reopened.isSubjectOpen());
    assertEquals(Optional.empty(), opened.dueAt());
    assertEquals(Optional.empty(), reopened.dueAt());
  }

  @Test
  void other_subjects_have_no_clock() {
    var push =
        new Event(
            "push",
            Set.of(),
            new Subject(SubjectKind.BRANCH, "octo/hello", "main"),
            Facts.none(),
            T0);

    assertEquals(Optional.empty(), Observation.of(push, Policies.STANDARD));
  }

  private static Set<Mark> marks(Event event) {
    return Observation.of(event, Policies.STANDARD).orElseThrow().marks();
  }
}
