package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Incident.State;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.TriggerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody takes care of an incident by a comment, and PagerDuty hears of it.
class AcknowledgeTest {
  private static final Subject PR = Subject.parse("octo/hello", "pr#42");

  private final SlaWorld world = new SlaWorld();
  private final AcknowledgeByComment byComment =
      new AcknowledgeByComment(world.incidents, world.steerIncident);
  private final Clock review =
      Clock.of(
          new ClockId(Metric.PR_REVIEW_TIME, PR),
          List.of(new Mark(Mark.Kind.START, T0)),
          Policies.standard(Metric.PR_REVIEW_TIME).terms(),
          new Facts(Map.of("repository", "octo/hello")),
          T0);

  @Test
  void a_comment_takes_care_of_the_review_for_half_an_hour() {
    raise(Level.WARNING, 300);

    byComment.on(comment(PR, "/ack", "MEMBER"), at(400));

    assertEquals(State.ACKNOWLEDGED, incident().state());
    assertEquals(Optional.of(at(400 + 1800)), incident().dueAt());
    assertEquals("grace", incident().timeline().getLast().by());
  }

  @Test
  void it_may_say_for_how_many_minutes() {
    raise(Level.WARNING, 300);

    byComment.on(comment(PR, "/ack 90\nI am on it", "OWNER"), at(400));

    assertEquals(Optional.of(at(400 + 90 * 60)), incident().dueAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ack", "I would /ack it", "/acknowledge", "/ack 0", "/ack 99999", "/ack soon", ""})
  void anything_else_is_no_command(String text) {
    raise(Level.WARNING, 300);

    byComment.on(comment(PR, text, "OWNER"), at(400));

    assertEquals(State.TRIGGERED, incident().state());
  }

  @Test
  void who_may_not_write_may_not() {
    raise(Level.WARNING, 300);

    byComment.on(comment(PR, "/ack", "CONTRIBUTOR"), at(400));

    assertEquals(State.TRIGGERED, incident().state());
  }

  @Test
  void a_comment_on_the_issue_that_tracks_it_does_too_but_on_none_of_another_repository() {
    raise(Level.ESCALATION, 600);
    var body = trackingIssue();

    byComment.on(onIssue(Subject.parse("octo/other", "issue#7"), body), at(700));
    assertEquals(State.TRIGGERED, incident().state());

    byComment.on(onIssue(Subject.parse("octo/hello", "issue#7"), body), at(700));
    assertEquals(State.ACKNOWLEDGED, incident().state());
  }

  @Test
  void where_nothing_is_late_it_does_nothing() {
    byComment.on(comment(PR, "/ack", "OWNER"), at(400));

    assertEquals(List.of(), world.incidents.open(9));
  }

  @Test
  void pagerduty_hears_of_it_where_it_pages_people_about_it() {
    raise(Level.CRITICAL, 900);

    world.steerIncident.acknowledge(
        incident().key(), "ada", SteerIncident.ACKNOWLEDGED_FOR, at(950));
    world.steerIncident.resolve(incident().key(), "ada", at(960));
    world.steerIncident.resolve(incident().key(), "ada", at(970));

    assertEquals(List.of("acknowledge", "resolve"), saidToPagerDuty());
  }

  @Test
  void and_hears_nothing_of_what_it_was_never_told() {
    raise(Level.ESCALATION, 600);

    world.steerIncident.acknowledge(
        incident().key(), "ada", SteerIncident.ACKNOWLEDGED_FOR, at(650));

    assertEquals(List.of(), saidToPagerDuty());
  }

  private List<String> saidToPagerDuty() {
    return world.queue.sent().stream()
        .flatMap(sent -> sent.execution().steps().stream())
        .map(step -> step.action().parameters())
        .filter(parameters -> "pagerduty".equals(parameters.get("channel")))
        .filter(parameters -> ("incident-" + incident().key()).equals(parameters.get("alert_key")))
        .map(parameters -> String.valueOf(parameters.get("alert_action")))
        .toList();
  }

  private String trackingIssue() {
    return world.queue.sent().stream()
        .flatMap(sent -> sent.execution().steps().stream())
        .filter(step -> step.action().type().equals("create_issue"))
        .map(step -> String.valueOf(step.action().parameters().get("body")))
        .findFirst()
        .orElseThrow();
  }

  private void raise(Level level, long second) {
    world.escalate.of(review.violation(level, at(second)), at(second));
  }

  private Incident incident() {
    return world.incidents.find(Incident.key(review.id())).orElseThrow();
  }

  private static Event onIssue(Subject issue, String body) {
    var event = comment(issue, "/ack", "MEMBER");
    var payload =
        Map.of("comment", Map.of("author_association", "MEMBER"), "issue", Map.of("body", body));
    return new Event(
        event.name(), event.triggers(), issue, event.facts().with("event", payload), T0);
  }

  private static Event comment(Subject about, String text, String association) {
    var payload = Map.of("comment", Map.of("author_association", association));
    var facts =
        Facts.none().with("comment", text).with("commenter", "grace").with("event", payload);
    var trigger = new TriggerType("issue_comment");
    return new Event("issue_comment.created", Set.of(trigger), about, facts, T0);
  }
}
