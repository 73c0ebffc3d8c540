package dev.bellwether.usecase.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EscalateSlaTest {
  private static final Subject BUILD = new Subject(SubjectKind.BUILD, "octo/hello", "7001.1");

  private final RecordingOutside outside = new RecordingOutside();
  private final EscalateSla action =
      new EscalateSla(outside.violationEvents, List.of("slack", "email"));

  @Test
  void raises_the_violation_that_the_subject_s_clock_would() {
    var parameters =
        Map.<String, Object>of("level", 1, "notification_channels", List.of("slack", "email"));
    var facts = new Facts(Map.of("build_duration", 700));
    assertEquals(Map.of(), action.signature().faults(parameters));

    var outcome = action.perform(Calls.first(action, BUILD, parameters, facts));

    var violation = outside.violations.getFirst();
    var id = "build_time|octo/hello|build#7001.1|1";
    assertEquals(new Outcome.Done(Map.of("violation_id", id)), outcome);
    assertEquals(id, violation.id());
    assertEquals(Level.WARNING, violation.level());
    assertEquals(Duration.ofMinutes(10), violation.threshold());
    assertEquals(Duration.ofSeconds(700), violation.elapsed());
    assertEquals(Stage.T0.minusSeconds(700), violation.startedAt());
    assertEquals(List.of("slack", "email"), violation.channels());
    assertNull(violation.stoppedAt());
  }

  @Test
  void takes_the_threshold_and_the_time_from_the_facts_and_the_metric_from_the_definition() {
    var facts = new Facts(Map.of("threshold_seconds", 60, "elapsed_seconds", 90));
    var parameters = Map.<String, Object>of("level", 2, "metric", "pr_review_time");

    action.perform(Calls.first(action, BUILD, parameters, facts));

    var violation = outside.violations.getFirst();
    assertEquals("pr_review_time|octo/hello|build#7001.1|2", violation.id());
    assertEquals(Duration.ofMinutes(1), violation.threshold());
    assertEquals(Duration.ofSeconds(90), violation.elapsed());
  }

  @Test
  void a_subject_without_a_promise_needs_one_named() {
    var branch = new Subject(SubjectKind.BRANCH, "octo/hello", "main");

    var outcome = action.perform(Calls.first(action, branch, Map.of("level", 1), Facts.none()));

    var reason = assertInstanceOf(Outcome.Failed.class, outcome).failure().reason();
    assertTrue(reason.contains("metric"), reason);
    assertEquals(List.of(), outside.violations);
  }

  @Test
  void a_definition_may_name_only_levels_channels_and_metrics_that_exist() {
    assertEquals(
        Map.of(
            "notification_channels",
            "notification_channels must be one of [slack, email], not 'e-mail'"),
        action
            .signature()
            .faults(Map.of("level", 1, "notification_channels", List.of("slack", "e-mail"))));
    assertEquals(
        Map.of("level", "level must be one of [1, 2, 3], not '4'"),
        action.signature().faults(Map.of("level", 4)));
    assertEquals(
        List.of("metric"),
        List.copyOf(action.signature().faults(Map.of("level", 3, "metric", "x")).keySet()));
  }
}
