package dev.bellwether.usecase;

import static dev.bellwether.usecase.Stage.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.usecase.RunExecution.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunExecutionTest {
  private final Stage stage = new Stage();

  @Test
  void steps_run_in_order_with_their_parameters_filled_in() {
    var a = ScriptedAction.safe("a", call -> new Outcome.Done(Map.of("number", 7)));
    var b = ScriptedAction.noting(stage, "b", Repeat.SAFE);
    var execution =
        stage.stored(ActionSpec.of("first", "a", Map.of("text", "{{title}}!")), step("b"));

    var result = stage.run(stage.running(a, b), execution);

    var ended = assertInstanceOf(Result.Ended.class, result).execution();
    assertEquals(ExecutionState.SUCCEEDED, ended.state());
    assertEquals(Map.of("text", "Fix!"), a.calls.getFirst().arguments());
    assertEquals(Map.of("number", 7), ended.steps().getFirst().result());
    assertEquals(List.of(StepState.SUCCEEDED, StepState.SUCCEEDED), states(ended));
    assertEquals(ended, stage.now(execution));
  }

  @Test
  void three_repeatable_actions_cost_two_writes_and_no_further_message() {
    var run =
        stage.running(
            ScriptedAction.noting(stage, "a", Repeat.SAFE),
            ScriptedAction.noting(stage, "b", Repeat.SAFE),
            ScriptedAction.noting(stage, "c", Repeat.SAFE));

    stage.run(run, stage.stored(step("a"), step("b"), step("c")));

    assertEquals(List.of("claim", "call a", "call b", "call c", "record SUCCEEDED"), stage.journal);
  }

  @Test
  void the_intent_of_a_careful_step_is_recorded_before_it_and_its_result_before_the_next() {
    var run =
        stage.running(
            ScriptedAction.noting(stage, "a", Repeat.ASK_FIRST),
            ScriptedAction.noting(stage, "b", Repeat.SAFE),
            ScriptedAction.noting(stage, "c", Repeat.SAFE));

    stage.run(run, stage.stored(step("a"), step("b"), step("c")));

    assertEquals(
        List.of(
            "claim",
            "record RUNNING",
            "call a",
            "record RUNNING",
            "call b",
            "call c",
            "record SUCCEEDED"),
        stage.journal);
  }

  @Test
  void a_passing_failure_waits_by_a_message_and_the_steps_before_it_are_not_done_again() {
    var a = ScriptedAction.safe("a", call -> Outcome.done());
    var b = ScriptedAction.failingFirst(1, "b");
    var run = stage.running(a, b);
    var execution = stage.stored(step("a"), step("b"));
    stage.random = 0.5;

    var waiting = assertInstanceOf(Result.Waiting.class, stage.run(run, execution)).execution();

    assertEquals(T0.plusMillis(3000), waiting.wakeAt());
    assertEquals("busy", waiting.steps().get(1).note());
    assertEquals(List.of("claim", "record WAITING", "enqueue 3000 ms"), stage.journal);

    stage.now = waiting.wakeAt();
    stage.run(run, execution);

    assertEquals(ExecutionState.SUCCEEDED, stage.now(execution).state());
    assertEquals(1, a.calls.size());
    assertEquals(List.of(false, true), b.calls.stream().map(call -> call.isRepeat()).toList());
  }

  @Test
  void the_wait_that_the_other_side_asked_for_is_kept_when_it_is_longer() {
    var limited = new Failure.Transient("limit", Duration.ofSeconds(90));
    var a = ScriptedAction.safe("a", call -> new Outcome.Failed(limited, Map.of()));
    var execution = stage.stored(step("a"));

    stage.run(stage.running(a), execution);

    assertEquals(T0.plusSeconds(90), stage.now(execution).wakeAt());
  }

  @Test
  void what_an_attempt_achieved_is_in_the_hands_of_the_next_and_in_the_end_of_the_last() {
    var half = new Outcome.Failed(new Failure.Permanent("no"), Map.of("told", List.of("email")));
    var passing = new Outcome.Failed(Failure.Transient.of("busy"), Map.of("told", "slack"));
    var a = ScriptedAction.safe("a", call -> call.isRepeat() ? half : passing);
    var run = stage.running(a);
    var execution = stage.stored(step("a"));

    stage.run(run, execution);
    stage.now = stage.now(execution).wakeAt();
    stage.run(run, execution);

    assertEquals(Map.of("told", "slack"), a.calls.get(1).step().result());
    assertEquals(Map.of("told", List.of("email")), stage.now(execution).steps().get(0).result());
  }

  @Test
  void a_permanent_failure_is_never_retried_and_ends_the_execution() {
    var a = ScriptedAction.safe("a", call -> Outcome.failedForGood("404"));
    var b = ScriptedAction.safe("b", call -> Outcome.done());
    var execution = stage.stored(step("a"), step("b"));

    stage.run(stage.running(a, b), execution);

    var ended = stage.now(execution);
    assertEquals(ExecutionState.FAILED, ended.state());
    assertEquals(List.of(StepState.FAILED, StepState.CANCELLED), states(ended));
    assertEquals("404", ended.steps().getFirst().note());
    assertEquals(List.of(), b.calls);
  }

  @Test
  void the_last_attempt_s_passing_failure_fails_the_step() {
    var a = ScriptedAction.failingFirst(99, "a");
    var run = stage.running(a);
    var execution = stage.stored(step("a"));

    for (int i = 0; i < RetryPolicy.standard().maxAttempts(); i++) {
      stage.now = stage.now(execution).wakeAt();
      stage.run(run, execution);
    }

    assertEquals(ExecutionState.FAILED, stage.now(execution).state());
    assertEquals(3, a.calls.size());
  }

  @Test
  void a_step_that_may_fail_lets_the_next_begin() {
    var a = ScriptedAction.safe("a", call -> Outcome.failedForGood("404"));
    var b = ScriptedAction.safe("b", call -> Outcome.done());
    var mayFail = ActionSpec.of("may-fail", "a", Map.of()).onError(OnError.CONTINUE);
    var execution = stage.stored(mayFail, step("b"));

    stage.run(stage.running(a, b), execution);

    var ended = stage.now(execution);
    assertEquals(ExecutionState.SUCCEEDED, ended.state());
    assertEquals(List.of(StepState.FAILED, StepState.SUCCEEDED), states(ended));
  }

  @Test
  void what_an_action_throws_may_pass() {
    var a =
        ScriptedAction.safe(
            "a",
            call -> {
              throw new IllegalStateException("canary-secret");
            });
    var execution = stage.stored(step("a"));

    stage.run(stage.running(a), execution);

    var step = stage.now(execution).steps().getFirst();
    assertEquals(StepState.WAITING, step.state());
    assertEquals("a broke: IllegalStateException", step.note());
  }

  @Test
  void an_action_type_that_is_gone_fails_its_step() {
    var execution = stage.stored(step("gone"));

    stage.run(stage.running(), execution);

    assertEquals("No action type gone is known", stage.now(execution).steps().getFirst().note());
    assertEquals(ExecutionState.FAILED, stage.now(execution).state());
  }

  @Test
  void after_its_deadline_nothing_begins() {
    var a = ScriptedAction.safe("a", call -> Outcome.done());
    var execution = stage.stored(step("a"));
    stage.now = execution.deadline();

    stage.run(stage.running(a), execution);

    assertEquals(ExecutionState.TIMED_OUT, stage.now(execution).state());
    assertEquals(List.of(), a.calls);
  }

  @Test
  void a_wait_that_would_end_after_the_deadline_is_not_begun() {
    var day = new Failure.Transient("limit", Duration.ofDays(1));
    var a = ScriptedAction.safe("a", call -> new Outcome.Failed(day, Map.of()));
    var execution = stage.stored(step("a"));

    stage.run(stage.running(a), execution);

    var ended = stage.now(execution);
    assertEquals(ExecutionState.TIMED_OUT, ended.state());
    assertEquals("limit", ended.steps().getFirst().note());
    assertEquals(List.of("claim", "record TIMED_OUT"), stage.journal);
  }

  @Test
  void who_wakes_too_early_asks_again_and_a_second_too_early_is_on_time() {
    var limited = new Failure.Transient("limit", Duration.ofMinutes(20));
    var a =
        ScriptedAction.safe(
            "a", call -> call.isRepeat() ? Outcome.done() : new Outcome.Failed(limited, Map.of()));
    var run = stage.running(a);
    var execution = stage.stored(step("a"));
    stage.run(run, execution);
    var wakeAt = stage.now(execution).wakeAt();

    stage.now = T0.plus(Duration.ofMinutes(15));
    var early = stage.run(run, execution);

    assertInstanceOf(Result.Waiting.class, early);
    assertEquals("enqueue 300000 ms", stage.journal.getLast());
    assertEquals(1, a.calls.size());

    stage.now = wakeAt.minusMillis(999);
    var onTime = stage.run(run, execution);

    assertInstanceOf(Result.Ended.class, onTime);
  }

  @Test
  void a_slow_outside_costs_messages_and_not_work() {
    var a =
        ScriptedAction.safe(
            "a",
            call -> {
              stage.now = stage.now.plusSeconds(6);
              return Outcome.done();
            });
    var run = stage.running(a);
    var execution = stage.stored(step("a"), step("a"), step("a"));

    var first = stage.run(run, execution);

    assertInstanceOf(Result.Waiting.class, first);
    assertEquals(List.of("claim", "record WAITING", "enqueue 0 ms"), stage.journal);
    assertEquals(2, a.calls.size());

    stage.run(run, execution);

    assertEquals(ExecutionState.SUCCEEDED, stage.now(execution).state());
    assertEquals(3, a.calls.size());
  }

  @Test
  void what_another_worker_holds_is_left_alone_until_its_claim_runs_out() {
    var a = ScriptedAction.asking(stage, "a", new HashMap<>());
    var run = stage.running(a);
    var execution = stage.stored(step("a"));
    stage.dieAfter(2);
    assertTrue(dies(run, execution));

    var held = stage.run(run, execution);

    assertEquals(new Result.Held(T0.plus(RunExecution.LEASE)), held);
    assertEquals(List.of(), a.calls);

    stage.now = T0.plus(RunExecution.LEASE);

    assertInstanceOf(Result.Ended.class, stage.run(run, execution));
  }

  @Test
  void a_step_that_kills_its_worker_is_given_up_after_its_attempts() {
    var calls = new int[1];
    var deadly =
        ScriptedAction.careful(
            "a",
            call -> {
              calls[0]++;
              throw new Stage.Death();
            });
    var run = stage.running(deadly);
    var execution = stage.stored(step("a"));
    for (int i = 0; i < RetryPolicy.standard().maxAttempts(); i++) {
      assertTrue(dies(run, execution));
      stage.now = stage.now.plus(RunExecution.LEASE);
    }

    stage.run(run, execution);

    assertEquals(RetryPolicy.standard().maxAttempts(), calls[0]);
    var ended = stage.now(execution);
    assertEquals(ExecutionState.FAILED, ended.state());
    assertEquals("It stopped 3 times without a result", ended.steps().getFirst().note());
  }

  @Test
  void what_ended_is_not_done_again_and_what_is_gone_is_nothing() {
    var a = ScriptedAction.safe("a", call -> Outcome.done());
    var run = stage.running(a);
    var execution = stage.stored(step("a"));
    stage.run(run, execution);

    assertInstanceOf(Result.Ended.class, stage.run(run, execution));
    assertEquals(1, a.calls.size());
    assertInstanceOf(Result.Gone.class, new Stage().run(new Stage().running(a), execution));
  }

  @Test
  void who_lost_the_claim_does_nothing_that_cannot_be_repeated() {
    var a = ScriptedAction.careful("a", call -> Outcome.done());
    var execution = stage.stored(step("a"));
    stage.claimIsLost = true;

    var result = stage.run(stage.running(a), execution);

    assertInstanceOf(Result.TakenOver.class, result);
    assertEquals(List.of(), a.calls);
  }

  @Test
  void who_lost_the_claim_at_the_end_records_nothing_and_asks_for_nothing() {
    var a = ScriptedAction.failingFirst(1, "a");
    var execution = stage.stored(step("a"));
    stage.claimIsLost = true;

    var result = stage.run(stage.running(a), execution);

    assertInstanceOf(Result.TakenOver.class, result);
    assertEquals(List.of("claim"), stage.journal);
    assertFalse(stage.now(execution).state().isFinal());
  }

  private boolean dies(RunExecution run, Execution execution) {
    try {
      stage.run(run, execution);
      return false;
    } catch (Stage.Death death) {
      return true;
    }
  }

  private static ActionSpec step(String type) {
    return ActionSpec.of(type + "-step", type, Map.of());
  }

  private static List<StepState> states(Execution execution) {
    return execution.steps().stream().map(Step::state).toList();
  }
}
