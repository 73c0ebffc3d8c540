package dev.bellwether.domain.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Observation;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.domain.workflow.Template;
import dev.bellwether.testing.Happened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EscalationTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");

  @Test
  void a_warning_tells_those_responsible_and_shows_on_the_commit() {
    var steps = ownSteps(ofReview().violation(Level.WARNING, T0.plusSeconds(303)));

    assertEquals(List.of("notify-slack", "warning-status"), ids(steps));
    assertEquals(
        Map.of(
            "channels",
            List.of("slack"),
            "level",
            1,
            "title",
            "Review of octo/hello#42 is late",
            "message",
            """
            Review of octo/hello#42: 5 min 3 s so far, 5 min promised.
            "Fix the build" by alice
            Waiting for bob.\
            """,
            "alert_key",
            Runbook.alertKey(ofReview().id())),
        filledIn(steps.get(0), ofReview().violation(Level.WARNING, T0.plusSeconds(303))));
    assertEquals(
        Map.of(
            "target",
            "commit_status",
            "state",
            "pending",
            "context",
            "bellwether/pr-review-time",
            "description",
            "5 min 3 s so far, 5 min promised"),
        steps.get(1).parameters());
  }

  @Test
  void an_escalation_tells_leads_and_managers_and_opens_an_issue() {
    var violation = ofBuild().reached(Level.WARNING).violation(Level.ESCALATION, at(900));

    var steps = ownSteps(violation);

    assertEquals(List.of("notify-slack", "notify-email", "tracking-issue"), ids(steps));
    assertEquals(
        Map.of(
            "title",
            "Build CI in octo/hello is late",
            "body",
            "Build CI in octo/hello: 15 min so far, 10 min promised.\nStarted by alice on main.\n\n"
                + "Incident `%s`: comment `/ack` to take care of it."
                    .formatted(Incident.key(violation.clock())),
            "labels",
            List.of("sla-violation")),
        filledIn(steps.get(2), violation));
  }

  @Test
  void a_critical_one_pages_first() {
    var steps = ownSteps(ofBuild().reached(Level.ESCALATION).violation(Level.CRITICAL, at(1200)));

    assertEquals(List.of("notify-pagerduty", "notify-email"), ids(steps));
  }

  @Test
  void a_channel_beside_the_usual_ones_is_a_workflow_of_its_own() {
    var raised = ofBuild().violation(Level.WARNING, at(600));
    var named =
        new Violation(
            raised.clock(),
            raised.level(),
            0,
            raised.startedAt(),
            raised.threshold(),
            raised.elapsed(),
            raised.detectedAt(),
            null,
            List.of("slack", "email", "slack"),
            raised.facts());

    var plan = new Escalation(named, List.of()).plan();

    assertEquals(
        List.of("notify-slack", "warning-status"),
        ids(plan.getFirst().workflow().plan().all().toList()));
    assertEquals(List.of("notify-email"), ids(plan.getLast().workflow().plan().all().toList()));
    assertEquals("escalation-level-1-email", plan.getLast().workflow().id().value());
    assertEquals(2, plan.size());
  }

  @Test
  void no_steps_failure_keeps_the_next_from_its_turn() {
    for (var level : Level.values()) {
      for (var step : ownSteps(ofBuild().violation(level, at(3600)))) {
        assertEquals(OnError.CONTINUE, step.onError(), step.id());
      }
    }
  }

  @Test
  void levels_passed_over_tell_nobody_and_keep_their_own_causes() {
    var escalation = new Escalation(ofBuild().violation(Level.CRITICAL, at(3600)), List.of());

    var others = escalation.plan().stream().skip(1).toList();

    assertEquals(
        List.of(Level.WARNING, Level.ESCALATION), others.stream().map(s -> s.level()).toList());
    assertEquals(
        List.of("warning-status", "tracking-issue"),
        others.stream().flatMap(s -> ids(s.workflow().plan().all().toList()).stream()).toList());
    assertEquals(
        "escalation:build_time|octo/hello|build#7001.1|2", escalation.cause(Level.ESCALATION).id());
  }

  @Test
  void what_others_wrote_stays_in_templates_and_addresses_with_markup_are_left_out() {
    var clock = ofReview();
    var hostile =
        clock
            .facts()
            .with("title", "x](https://evil) @everyone")
            .with("url", "https://example.org/a_(b)[c]");
    var violation = clock.merge(List.of(), hostile, at(1)).violation(Level.ESCALATION, at(700));

    for (var step : ownSteps(violation)) {
      assertFalse(step.parameters().toString().contains("everyone"), step.id());
      assertFalse(step.parameters().toString().contains("example.org"), step.id());
    }
  }

  @Test
  void a_safe_address_is_given() {
    var clock = ofReview();
    var facts = clock.facts().with("url", "https://github.com/octo/hello/pull/42");
    var violation = clock.merge(List.of(), facts, at(1)).violation(Level.WARNING, at(300));

    var message = String.valueOf(ownSteps(violation).getFirst().parameters().get("message"));

    assertEquals("https://github.com/octo/hello/pull/42", message.lines().toList().getLast());
  }

  private static List<ActionSpec> ownSteps(Violation violation) {
    return new Escalation(violation, List.of()).plan().getFirst().workflow().plan().all().toList();
  }

  private static List<String> ids(List<ActionSpec> steps) {
    return steps.stream().map(ActionSpec::id).toList();
  }

  private static Object filledIn(ActionSpec step, Violation violation) {
    var facts = new Escalation(violation, List.of()).event().facts();
    return Template.render(step.parameters(), facts, Escape.PLAIN);
  }

  private static Clock ofReview() {
    return Observation.of(Happened.opened(T0), Policies.STANDARD)
        .orElseThrow()
        .opened(Policies.STANDARD);
  }

  private static Clock ofBuild() {
    return Observation.of(Happened.buildRequested(T0), Policies.STANDARD)
        .orElseThrow()
        .opened(Policies.STANDARD);
  }

  private static Instant at(long second) {
    return T0.plusSeconds(second);
  }
}
