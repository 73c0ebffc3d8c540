package dev.bellwether.usecase;

import static dev.bellwether.usecase.EngineWorld.workflow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartWorkflowActionTest {
  private static final ActionSpec ACT = ActionSpec.of("a", "act", Map.of());
  private static final ActionSpec SLOWLY = ActionSpec.of("rest", "wait", Map.of("seconds", 600));

  private final ScriptedAction act = ScriptedAction.safe("act", call -> Outcome.done());
  private final EngineWorld world = new EngineWorld(act);

  @Test
  void a_child_is_about_the_same_subject_and_knows_what_its_parent_knows() {
    world.save(onDemand("child", ActionSpec.of("a", "act", Map.of("text", "{{title}}"))));

    var parent = run(start("child", false));

    var child = world.of("child").getFirst();
    assertEquals(parent.subject(), child.subject());
    assertEquals("Fix", act.calls.getFirst().arguments().get("text"));
    assertEquals(1, child.cause().depth());
    assertEquals(child.id().value(), parent.steps().getFirst().result().get("execution_id"));
  }

  @Test
  void a_parent_that_waits_goes_on_as_soon_as_its_child_has_ended() {
    world.save(onDemand("child", SLOWLY));

    var parent = run(start("child", true), ACT);

    assertEquals(EngineWorld.T0.plusSeconds(600), act.calls.getFirst().now());
    assertEquals(ExecutionState.SUCCEEDED, parent.state());
  }

  @Test
  void a_parent_that_does_not_wait_goes_on_at_once() {
    world.save(onDemand("child", SLOWLY));

    run(start("child", false), ACT);

    assertEquals(EngineWorld.T0, act.calls.getFirst().now());
  }

  @Test
  void a_child_that_fails_fails_the_parent_that_waits_for_it() {
    world.save(onDemand("child", ActionSpec.of("a", "gone", Map.of())));

    var parent = run(start("child", true));

    assertEquals(ExecutionState.FAILED, parent.state());
    assertEquals("child_failed", parent.steps().getFirst().failures().getFirst().code());
  }

  @Test
  void a_child_whose_conditions_do_not_hold_is_not_started_and_says_why() {
    var never = new Condition.Leaf("title", Operator.EQ, new Operand.Literal("Other"));
    world.save(
        Workflow.of(
            workflow("child").id(),
            "child",
            List.of(Trigger.of(TriggerType.MANUAL)),
            never,
            workflow("child", ACT).plan()));

    var parent = run(start("child", true));

    assertEquals(ExecutionState.SUCCEEDED, parent.state());
    assertEquals(
        Map.of("skipped", "title eq Other is false; seen: Fix"),
        parent.steps().getFirst().result());
  }

  @Test
  void a_child_that_is_paused_is_not_started_and_one_that_is_unknown_is_a_failure() {
    world.save(onDemand("child", ACT).withState(WorkflowState.SHADOW));

    var shadowed = run(start("child", true));
    assertEquals(Map.of("skipped", "It is shadow"), shadowed.steps().getFirst().result());

    var unknown = run(start("other", true));
    assertEquals("unknown_workflow", unknown.steps().getFirst().failures().getFirst().code());
  }

  @Test
  void no_more_than_five_workflows_start_one_another() {
    world.save(onDemand("child", start("child", false)));

    run(start("child", false));

    assertEquals(5, world.of("child").size());
    var last = world.of("child").stream().filter(e -> e.cause().depth() == 5).findFirst();
    assertEquals(ExecutionState.FAILED, last.orElseThrow().state());
  }

  private Execution run(ActionSpec... actions) {
    var newest = world.workflows.find(workflow("parent").id()).map(w -> w.version()).orElse(0);
    world.save(workflow("parent", actions).withVersion(newest));
    var id = world.opened(42).getFirst();
    world.pass(Duration.ofMinutes(30));
    return world.now(id);
  }

  private static Workflow onDemand(String id, ActionSpec... actions) {
    var any = workflow(id, actions);
    return Workflow.of(
        any.id(), id, List.of(Trigger.of(TriggerType.MANUAL)), any.conditions(), any.plan());
  }

  private static ActionSpec start(String workflow, boolean waits) {
    return ActionSpec.of("start", "start_workflow", Map.of("workflow", workflow, "wait", waits));
  }
}
