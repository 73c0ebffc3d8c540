package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.Escalate.Result;
import dev.bellwether.usecase.action.Actions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EscalateTest {
  private final SlaWorld world = new SlaWorld();

  @Test
  void the_same_violation_again_starts_nothing_more() {
    var violation = violation(0, Level.WARNING);

    var first = world.escalate.of(violation, at(600));
    var second = world.escalate.of(violation, at(601));

    assertEquals(1, assertInstanceOf(Result.Escalated.class, first).started().size());
    assertEquals(new Result.Escalated(List.of()), second);
    assertEquals(1, world.queue.sent().size());
    assertEquals(List.of(violation), world.violations.newest(at(700), 10));
  }

  @Test
  void a_crash_between_the_record_and_the_steps_is_made_up_for() {
    var violation = violation(0, Level.WARNING);
    world.violations.record(violation);

    world.escalate.of(violation, at(600));

    assertEquals(List.of("escalation-level-1"), started());
    assertEquals(
        "escalation:build_time|octo/hello|build#7001.1|1",
        world.queue.sent().getFirst().execution().cause().id());
  }

  @Test
  void an_ended_subjects_violation_is_recorded_only() {
    var over = build(new Mark(Mark.Kind.STOP, at(1000))).violation(Level.ESCALATION, at(2000));

    assertEquals(new Result.Recorded(), world.escalate.of(over, at(2000)));

    assertEquals(List.of(), started());
    assertEquals(List.of(over), world.violations.newest(at(2000), 10));
  }

  @Test
  void steps_that_reached_nobody_end_failed_and_one_channel_told_is_enough() {
    assertEquals(ExecutionState.FAILED, endingWhere(Set.of("slack", "email")));
    assertEquals(ExecutionState.SUCCEEDED, endingWhere(Set.of("slack")));
  }

  private ExecutionState endingWhere(Set<String> broken) {
    var own = new SlaWorld();
    own.time.set(at(900));
    own.escalate.of(violation(1, Level.ESCALATION), at(900));
    var tell =
        ScriptedAction.safe(
            "send_notification",
            call ->
                broken.containsAll(call.texts("channels"))
                    ? Outcome.failedForGood("gone")
                    : Outcome.done());
    var issue = ScriptedAction.safe("create_issue", call -> Outcome.done());
    var actions = new Actions(List.of(tell, issue));
    var id = own.queue.sent().getFirst().execution().id();
    Stage.running(own.executions, own.queue, actions, own.time, () -> 0.5).run(id, "worker");
    return own.executions.find(id).orElseThrow().state();
  }

  @Test
  void recovery_workflows_start_at_level_2_and_not_again_at_level_3() {
    save("rerun", new Condition.All(List.of()), Set.of(TriggerType.SLA_VIOLATION));

    world.escalate.of(violation(0, Level.WARNING), at(600));
    assertEquals(List.of("escalation-level-1"), started());
    world.escalate.of(violation(1, Level.ESCALATION), at(900));
    world.escalate.of(violation(2, Level.CRITICAL), at(1200));

    assertEquals(
        List.of("escalation-level-1", "escalation-level-2", "rerun", "escalation-level-3"),
        started());
  }

  @Test
  void a_recovery_workflow_that_asks_for_a_level_starts_at_that_one() {
    save("at-once", level(1), Set.of(TriggerType.SLA_VIOLATION));
    save("at-last", level(3), Set.of(TriggerType.SLA_VIOLATION));

    world.escalate.of(violation(0, Level.WARNING), at(600));
    world.escalate.of(violation(1, Level.ESCALATION), at(900));
    world.escalate.of(violation(2, Level.CRITICAL), at(1200));

    assertEquals(
        List.of(
            "escalation-level-1", "at-once", "escalation-level-2", "escalation-level-3", "at-last"),
        started());
  }

  @Test
  void levels_passed_over_leave_what_they_would_have_and_recover_once() {
    save("rerun", new Condition.All(List.of()), Set.of(TriggerType.SLA_VIOLATION));

    world.escalate.of(violation(0, Level.CRITICAL), at(3600));

    assertEquals(
        List.of("escalation-level-3", "escalation-level-1", "escalation-level-2", "rerun"),
        started());
    assertEquals(
        List.of("notify-pagerduty", "notify-email", "warning-status", "tracking-issue"),
        world.queue.sent().stream()
            .limit(3)
            .flatMap(sent -> sent.execution().steps().stream())
            .map(step -> step.action().id())
            .toList());
  }

  @Test
  void a_level_raised_past_one_that_was_stopped_at_repeats_nothing_of_it() {
    save("rerun", new Condition.All(List.of()), Set.of(TriggerType.SLA_VIOLATION));
    world.escalate.of(violation(1, Level.ESCALATION), at(900));

    world.escalate.of(violation(0, Level.CRITICAL), at(1000));

    assertEquals(
        List.of("escalation-level-2", "rerun", "escalation-level-3", "escalation-level-1"),
        started());
  }

  @Test
  void the_emergency_workflow_starts_at_level_3_whatever_it_listens_to_and_once() {
    save("emergency", new Condition.All(List.of()), Set.of(TriggerType.MANUAL));

    world.escalate.of(violation(1, Level.ESCALATION), at(900));
    assertEquals(List.of("escalation-level-2"), started());
    world.escalate.of(violation(2, Level.CRITICAL), at(1200));
    world.escalate.of(violation(2, Level.CRITICAL), at(1201));

    assertEquals(List.of("escalation-level-2", "escalation-level-3", "emergency"), started());
  }

  @Test
  void one_that_also_listens_to_violations_is_no_recovery_workflow() {
    save(
        "emergency",
        new Condition.All(List.of()),
        Set.of(TriggerType.MANUAL, TriggerType.SLA_VIOLATION));

    world.escalate.of(violation(1, Level.ESCALATION), at(900));

    assertEquals(List.of("escalation-level-2"), started());
  }

  @Test
  void what_breaks_is_thrown_and_the_next_try_does_the_rest() {
    var violation = violation(0, Level.WARNING);
    var broken =
        new Escalate(
            world.violations,
            world.incidents,
            world.muting,
            now -> List.of(),
            world.executions,
            world.executions,
            (execution, delay) -> {
              throw new IllegalStateException("the queue is down");
            },
            world.workflows,
            world.workflows,
            world.startWorkflows,
            world.recordShadows);

    assertThrows(IllegalStateException.class, () -> broken.of(violation, at(600)));
    world.escalate.of(violation, at(601));

    var left =
        new RequeueStuckExecutions(world.executions, world.queue)
            .at(at(700)).stream()
                .map(id -> world.executions.find(id).orElseThrow())
                .map(execution -> execution.workflow().id().value())
                .toList();
    assertEquals(List.of("escalation-level-1"), left);
  }

  private List<String> started() {
    return world.queue.sent().stream()
        .map(sent -> sent.execution())
        .map(execution -> execution.workflow().id().value())
        .toList();
  }

  private static Violation violation(int previous, Level level) {
    var clock = Level.numbered(previous).map(build()::reached).orElseGet(EscalateTest::build);
    return clock.violation(level, at(600).plus(level.offset()));
  }

  private static Clock build(Mark... more) {
    var clock = Given.aClock(7001, T0);
    var facts = clock.facts().with("head_sha", "0f1e2d");
    return Clock.of(
        clock.id(),
        Stream.concat(clock.marks().stream(), Stream.of(more)).toList(),
        clock.terms(),
        facts,
        T0);
  }

  private static Condition level(int number) {
    return new Condition.Leaf("level", Operator.EQ, new Operand.Literal(number));
  }

  private void save(String id, Condition conditions, Set<TriggerType> triggers) {
    world.workflows.save(
        Workflow.of(
            new WorkflowId(id),
            id,
            triggers.stream().map(Trigger::of).toList(),
            conditions,
            Plan.of(List.of(ActionSpec.of("step-1", "comment", Map.of("body", "{{metric}}"))))));
  }
}
