package dev.bellwether.usecase;

import static dev.bellwether.usecase.EngineWorld.T0;
import static dev.bellwether.usecase.EngineWorld.workflow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import dev.bellwether.domain.workflow.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What a plan may say beside "do this, then that".
class RunPlanTest {
  private static final Outcome BUSY =
      new Outcome.Failed(new Failure.Transient("http_503", "busy", null), Map.of());

  @Test
  void steps_of_a_parallel_stage_are_under_way_at_the_same_time() {
    var met = new CountDownLatch(2);
    var meeting =
        ScriptedAction.safe(
            "meet",
            call -> {
              met.countDown();
              return hasMet(met) ? Outcome.done() : Outcome.failedForGood("nobody came");
            });
    var after = ScriptedAction.safe("after", call -> Outcome.done());
    var stages = List.of(new Stage(List.of(step("a", "meet"), step("b", "meet"))), stage("after"));

    var ended = run(new EngineWorld(meeting, after), new Plan(stages, List.of()));

    assertEquals(ExecutionState.SUCCEEDED, ended.state());
    assertEquals(1, after.calls.size());
  }

  @Test
  void a_stage_has_ended_when_its_slowest_step_has() {
    var flaky = ScriptedAction.failingFirst(1, "flaky");
    var quick = ScriptedAction.safe("quick", call -> Outcome.done());
    var last = ScriptedAction.safe("last", call -> Outcome.done());
    var together = new Stage(List.of(step("a", "flaky"), step("b", "quick")));
    var world = new EngineWorld(flaky, quick, last);

    var ended = run(world, new Plan(List.of(together, stage("last")), List.of()));

    assertEquals(ExecutionState.SUCCEEDED, ended.state());
    assertEquals(List.of(2, 1, 1), ended.steps().stream().map(s -> s.calls()).toList());
    assertEquals(T0.plusSeconds(3), last.calls.getFirst().now());
  }

  @Test
  void a_step_is_skipped_unless_its_condition_holds_for_what_is_known_by_then() {
    var make = ScriptedAction.safe("make", call -> new Outcome.Done(Map.of("number", 7)));
    var use = ScriptedAction.safe("use", call -> Outcome.done());
    var seven = leaf("steps.first.result.number", Operator.EQ, 7);
    var eight = leaf("steps.first.result.number", Operator.EQ, 8);
    var unknown = leaf("steps.first.result.url", Operator.EQ, "x");

    var ended =
        run(
            new EngineWorld(make, use),
            step("first", "make"),
            step("seven", "use").when(seven),
            step("eight", "use").when(eight),
            step("unknown", "use").when(unknown));

    assertEquals(
        List.of(StepState.SUCCEEDED, StepState.SUCCEEDED, StepState.SKIPPED, StepState.SKIPPED),
        states(ended));
    assertEquals("steps.first.result.number eq 8 is false; seen: 7", ended.steps().get(2).note());
    assertEquals(ExecutionState.SUCCEEDED, ended.state());
  }

  @Test
  void a_step_is_told_what_came_of_those_before_it() {
    var make = ScriptedAction.safe("make", call -> new Outcome.Done(Map.of("number", 7)));
    var use = ScriptedAction.safe("use", call -> Outcome.done());

    run(
        new EngineWorld(make, use),
        step("first", "make"),
        ActionSpec.of("second", "use", Map.of("text", "#{{steps.first.result.number}}")));

    assertEquals("#7", use.calls.getFirst().arguments().get("text"));
  }

  @Test
  void a_delay_of_hours_is_slept_in_messages_of_a_quarter_and_the_step_begins_on_time() {
    var late = ScriptedAction.safe("late", call -> Outcome.done());
    var world = new EngineWorld(late);
    var delayed = step("a", "late").delayedBy(Duration.ofMinutes(50));

    run(world, delayed);

    assertEquals(T0.plus(Duration.ofMinutes(50)), late.calls.getFirst().now());
  }

  @Test
  void what_a_workflow_does_when_it_fails_is_done_once_and_it_has_failed() {
    var bad = ScriptedAction.safe("bad", call -> Outcome.failedForGood("404"));
    var sorry = ScriptedAction.safe("sorry", call -> Outcome.done());
    var never = ScriptedAction.safe("never", call -> Outcome.done());
    var plan = new Plan(List.of(stage("bad"), stage("never")), List.of(step("sorry", "sorry")));

    var ended = run(new EngineWorld(bad, sorry, never), plan);

    assertEquals(ExecutionState.FAILED, ended.state());
    assertEquals("bad: 404", ended.ending().orElseThrow().because());
    assertEquals(
        List.of(StepState.FAILED, StepState.CANCELLED, StepState.SUCCEEDED), states(ended));
    assertEquals(1, sorry.calls.size());
    assertEquals(0, never.calls.size());
  }

  @Test
  void what_is_for_a_failure_is_skipped_when_nothing_fails() {
    var good = ScriptedAction.safe("good", call -> Outcome.done());
    var sorry = ScriptedAction.safe("sorry", call -> Outcome.done());
    var plan = new Plan(List.of(stage("good")), List.of(step("sorry", "sorry")));

    var ended = run(new EngineWorld(good, sorry), plan);

    assertEquals(List.of(StepState.SUCCEEDED, StepState.SKIPPED), states(ended));
    assertEquals(0, sorry.calls.size());
  }

  @Test
  void a_failure_of_what_is_for_failures_changes_nothing_about_the_end() {
    var bad = ScriptedAction.safe("bad", call -> Outcome.failedForGood("404"));
    var plan = new Plan(List.of(stage("bad")), List.of(step("x", "bad"), step("y", "bad")));

    var ended = run(new EngineWorld(bad), plan);

    assertEquals("bad: 404", ended.ending().orElseThrow().because());
    assertEquals(List.of(StepState.FAILED, StepState.FAILED, StepState.CANCELLED), states(ended));
  }

  @Test
  void an_execution_that_is_out_of_time_still_says_so() {
    var slow = ScriptedAction.safe("slow", call -> new Outcome.Pending(hours(9), "x", Map.of()));
    var sorry = ScriptedAction.safe("sorry", call -> Outcome.done());
    var plan = new Plan(List.of(stage("slow")), List.of(step("sorry", "sorry")));

    var ended = run(new EngineWorld(slow, sorry), plan);

    assertEquals(ExecutionState.TIMED_OUT, ended.state());
    assertEquals(1, sorry.calls.size());
  }

  @Test
  void a_step_has_a_time_of_its_own_however_patient_its_retries_are() {
    var busy = ScriptedAction.safe("busy", call -> BUSY);
    var patient = new RetryPolicy(20, seconds(60), 1, seconds(60), Jitter.NONE, null, Set.of());
    var world = new EngineWorld(busy);

    var ended = run(world, step("a", "busy").retrying(patient).within(seconds(150)));

    assertEquals(ExecutionState.FAILED, ended.state());
    assertEquals(3, busy.calls.size());
    assertEquals(T0.plusSeconds(150), ended.progress().finishedAt());
  }

  @Test
  void some_failures_are_not_worth_another_attempt() {
    var busy = ScriptedAction.safe("busy", call -> BUSY);
    var picky =
        new RetryPolicy(9, seconds(1), 1, seconds(1), Jitter.NONE, null, Set.of("http_503"));

    var ended = run(new EngineWorld(busy), step("a", "busy").retrying(picky));

    assertEquals(1, busy.calls.size());
    assertEquals(ExecutionState.FAILED, ended.state());
  }

  @Test
  void every_failed_attempt_is_kept_for_the_timeline() {
    var ended = run(new EngineWorld(ScriptedAction.safe("busy", call -> BUSY)), step("a", "busy"));

    var failures = ended.steps().getFirst().failures();
    assertEquals(List.of(T0, T0.plusSeconds(3), T0.plusSeconds(8)), times(failures));
    assertTrue(failures.stream().allMatch(failure -> failure.code().equals("http_503")));
  }

  @Test
  void what_is_not_done_yet_is_asked_again_and_uses_up_no_attempts() {
    var calls = new int[1];
    var checks =
        ScriptedAction.safe(
            "checks",
            call ->
                ++calls[0] < 9
                    ? new Outcome.Pending(seconds(30), "checks", Map.of("seen", calls[0]))
                    : Outcome.done());
    var world = new EngineWorld(checks);

    var ended = run(world, step("a", "checks"));

    assertEquals(ExecutionState.SUCCEEDED, ended.state());
    assertEquals(T0.plusSeconds(240), ended.progress().finishedAt());
    assertEquals(1, ended.steps().getFirst().attempts());
    assertEquals(Map.of("seen", 8), checks.calls.getLast().step().result());
  }

  private static Execution run(EngineWorld world, ActionSpec... actions) {
    return run(world, Plan.of(List.of(actions)));
  }

  private static Execution run(EngineWorld world, Plan plan) {
    world.save(workflow("w", plan).withLimits(new Limits(null, Duration.ZERO, 5, hours(2))));
    var id = world.opened(42).getFirst();
    world.pass(hours(4));
    return world.now(id);
  }

  private static Stage stage(String type) {
    return Stage.of(step(type, type));
  }

  private static ActionSpec step(String id, String type) {
    return ActionSpec.of(id, type, Map.of()).onError(OnError.FAIL);
  }

  private static Condition leaf(String field, Operator operator, Object value) {
    return new Condition.Leaf(field, operator, new Operand.Literal(value));
  }

  private static List<StepState> states(Execution execution) {
    return execution.steps().stream().map(step -> step.state()).toList();
  }

  private static List<Object> times(List<dev.bellwether.domain.execution.Attempt> failures) {
    return failures.stream().<Object>map(failure -> failure.at()).toList();
  }

  private static boolean hasMet(CountDownLatch met) {
    try {
      return met.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
