package dev.bellwether.testing;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Terms;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The vocabulary of fixtures: whole, ordinary things about one repository on one morning.
public final class Given {
  /// A Wednesday morning, to the microsecond, as a system's clock gives it.
  public static final Instant NOW = Instant.parse("2026-11-25T09:30:00.123456Z");

  private static final Facts FACTS =
      new Facts(
          Map.of(
              "repository",
              "octo/hello",
              "title",
              "Fix <the> \"build\" ✓",
              "files_changed",
              12,
              "score",
              0.75,
              "draft",
              false,
              "labels",
              List.of("bug", "urgent")));

  private Given() {}

  /// A pull request.
  public static Subject aPullRequest(int number) {
    return new Subject(SubjectKind.PR, "octo/hello", String.valueOf(number));
  }

  /// A build, in its first attempt.
  public static Subject aBuild(int run) {
    return new Subject(SubjectKind.BUILD, "octo/hello", run + ".1");
  }

  /// Facts of every type of value.
  public static Facts facts() {
    return FACTS;
  }

  /// An active workflow for small pull requests, not saved yet.
  public static Workflow aWorkflow(String id) {
    return Workflow.of(
        new WorkflowId(id),
        "Name of " + id,
        List.of(Trigger.of(new TriggerType("pr_created"))),
        new Condition.All(
            List.of(
                new Condition.Any(
                    List.of(
                        leaf("files_changed", Operator.LT, 50), leaf("gone", Operator.EQ, "x"))),
                new Condition.Not(leaf("draft", Operator.EQ, true)))),
        Plan.of(
            List.of(
                ActionSpec.of("step-1", "assign_reviewer", Map.of("reviewer", "lead")),
                ActionSpec.of("step-2", "comment", Map.of("body", "{{title}}")))));
  }

  /// An active workflow of one action without parameters, not saved yet.
  public static Workflow aWorkflowOf(String actionType) {
    return Workflow.of(
        new WorkflowId(actionType.replace('_', '-')),
        "Only " + actionType,
        List.of(Trigger.of(new TriggerType("pr_created"))),
        new Condition.All(List.of()),
        Plan.of(List.of(ActionSpec.of("step-1", actionType, Map.of()))));
  }

  /// An active workflow that is due by the clock, not saved yet.
  public static Workflow aScheduledWorkflow(String id, Duration interval) {
    var workflow = aWorkflow(id);
    return new Workflow(
        workflow.id(),
        0,
        workflow.about(),
        workflow.state(),
        List.of(Trigger.of(TriggerType.SCHEDULE)),
        Schedule.every(interval),
        workflow.conditions(),
        workflow.plan(),
        workflow.limits());
  }

  /// What sets a workflow off, whatever of its kind.
  public static Set<TriggerType> typesOf(Workflow workflow) {
    return workflow.triggers().stream().map(Trigger::type).collect(Collectors.toSet());
  }

  /// A queued execution for a pull request, the one that a delivery of that name starts.
  public static Execution anExecution(String deliveryId, Instant createdAt) {
    return anExecutionOf(aWorkflow("small-prs").withVersion(1), deliveryId, createdAt);
  }

  /// A queued execution of a workflow.
  public static Execution anExecutionOf(Workflow workflow, String deliveryId, Instant createdAt) {
    return anExecutionOf(workflow, aPullRequest(42), deliveryId, createdAt);
  }

  /// A queued execution of a workflow about something.
  public static Execution anExecutionOf(
      Workflow workflow, Subject subject, String deliveryId, Instant createdAt) {
    var event = new Event("pull_request.opened", typesOf(workflow), subject, facts(), createdAt);
    return Execution.start(
        workflow,
        event,
        Cause.of(deliveryId, event.name()),
        workflow.conditions().explain(facts()),
        createdAt);
  }

  /// A delivery that one workflow listened to.
  public static Delivery aDelivery(String id, Instant receivedAt) {
    var workflow = aWorkflow("small-prs");
    var decision =
        new Decision(
            workflow.id(),
            1,
            workflow.name(),
            workflow.state(),
            workflow.conditions().explain(facts()));
    return Delivery.of(id, Happened.opened(NOW), receivedAt, List.of(decision));
  }

  /// A running clock of a build.
  public static Clock aClock(int run, Instant startedAt) {
    return Clock.of(
        new ClockId(Metric.BUILD_TIME, aBuild(run)),
        Set.of(new Mark(Mark.Kind.START, startedAt)),
        Terms.standard(Duration.ofMinutes(10)),
        facts(),
        startedAt);
  }

  /// A violation of a build's clock.
  public static Violation aViolation(int run, Level level, Instant detectedAt) {
    return new Violation(
        new ClockId(Metric.BUILD_TIME, aBuild(run)),
        level,
        0,
        detectedAt.minusSeconds(700),
        Duration.ofMinutes(10),
        Duration.ofMillis(700_250),
        detectedAt,
        null,
        List.of("slack"),
        facts());
  }

  /// A report of an agent.
  public static AgentActivity anActivity(String id, String agentName, Instant receivedAt) {
    return new AgentActivity(
        id,
        receivedAt,
        agentName,
        "coder",
        "commit",
        Map.of("files", List.of("a.txt"), "lines", 7),
        "octo/hello",
        "feat/" + agentName + "/thing",
        42,
        "abc123",
        1.5,
        "completed",
        receivedAt);
  }

  private static Condition leaf(String field, Operator operator, Object expected) {
    return new Condition.Leaf(field, operator, new Operand.Literal(expected));
  }
}
