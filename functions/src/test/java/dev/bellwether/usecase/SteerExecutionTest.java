package dev.bellwether.usecase;

import static dev.bellwether.usecase.EngineWorld.T0;
import static dev.bellwether.usecase.EngineWorld.pullRequest;
import static dev.bellwether.usecase.EngineWorld.workflow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.execution.ReplayFrom;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.usecase.AnswerApproval.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people do to executions: cancel, approve, reject, replay.
class SteerExecutionTest {
  private static final ExecutionId UNKNOWN = new ExecutionId("unknown");

  private final ScriptedAction act = ScriptedAction.safe("act", call -> Outcome.done());
  private final EngineWorld world = new EngineWorld(act);

  @Test
  void what_waits_is_cancelled_at_once() {
    var id = started(step("a", "act"), step("b", "act").delayedBy(Duration.ofHours(1)));

    var result = world.cancel.of(id, "octocat", "a mistake", world.time.instant());
    world.settle();

    assertInstanceOf(CancelExecution.Result.Told.class, result);
    var ended = world.now(id);
    assertEquals(ExecutionState.CANCELLED, ended.state());
    assertEquals("Cancelled by octocat: a mistake", ended.ending().orElseThrow().because());
    assertEquals(List.of(StepState.SUCCEEDED, StepState.CANCELLED), states(ended));
    assertEquals(1, act.calls.size());
  }

  @Test
  void what_runs_is_cancelled_before_the_next_action_starts() {
    var slow =
        ScriptedAction.safe(
            "slow",
            call -> {
              inner.time.pass(Duration.ofSeconds(2));
              inner.cancel.of(call.execution().id(), "octocat", "", inner.time.instant());
              return Outcome.done();
            });
    inner = new EngineWorld(slow, act);
    inner.save(workflow("w", step("a", "slow"), step("b", "act")));
    var id = inner.opened(42).getFirst();

    inner.settle();

    assertEquals(ExecutionState.CANCELLED, inner.now(id).state());
    assertEquals(0, act.calls.size());
  }

  private EngineWorld inner = world;

  @Test
  void what_has_ended_or_does_not_exist_cannot_be_cancelled() {
    var id = started(step("a", "act"));

    assertInstanceOf(CancelExecution.Result.Ended.class, world.cancel.of(id, "octocat", "", T0));
    assertInstanceOf(
        CancelExecution.Result.Missing.class, world.cancel.of(UNKNOWN, "octocat", "", T0));
  }

  @Test
  void an_approval_lets_it_go_on_at_once() {
    var id = started(approval(Map.of()), step("b", "act"));
    assertEquals("an approval", waiting(id).note());

    var result = answer(id, approve("lead"));
    world.settle();

    assertEquals(new AnswerApproval.Result.Told("ask"), result);
    assertEquals(ExecutionState.SUCCEEDED, world.now(id).state());
    assertEquals("lead", world.now(id).steps().getFirst().result().get("approved_by"));
    assertEquals(1, act.calls.size());
  }

  @Test
  void a_rejection_fails_it_and_of_several_answers_the_first_counts() {
    var id = started(approval(Map.of()), step("b", "act"));
    var reject = new Signal(Signal.Kind.REJECT, "ask", "mona", T0, "not on a Friday");

    answer(id, reject);
    answer(id, approve("lead"));
    world.settle();

    assertEquals(ExecutionState.FAILED, world.now(id).state());
    assertEquals(
        "ask: Rejected by mona: not on a Friday", world.now(id).ending().orElseThrow().because());
  }

  @Test
  void only_those_who_are_named_may_answer() {
    var id = started(approval(Map.of("approvers", List.of("Lead", "mona"))));

    assertEquals(
        new AnswerApproval.Result.NotAllowed(List.of("Lead", "mona")),
        answer(id, approve("octocat")));
    assertEquals(new AnswerApproval.Result.Told("ask"), answer(id, approve("lead")));
  }

  @Test
  void an_answer_needs_a_step_that_waits_for_it() {
    var id = started(approval(Map.of()));
    var elsewhere = new Signal(Signal.Kind.APPROVE, "other", "lead", T0, "");

    assertInstanceOf(AnswerApproval.Result.NotWaiting.class, answer(id, elsewhere));
    assertInstanceOf(AnswerApproval.Result.Missing.class, answer(UNKNOWN, approve("lead")));
    answer(id, approve("lead"));
    world.settle();
    assertInstanceOf(AnswerApproval.Result.NotWaiting.class, answer(id, approve("lead")));
  }

  @Test
  void no_answer_in_time_is_a_rejection_unless_it_says_otherwise() {
    var strict = started(approval(Map.of("wait_seconds", 600)));
    world.pass(Duration.ofMinutes(11));
    assertEquals(ExecutionState.FAILED, world.now(strict).state());

    var mild = Map.<String, Object>of("wait_seconds", 600, "on_timeout", "approve");
    var id = started(approval(mild));
    world.pass(Duration.ofMinutes(11));
    assertEquals(ExecutionState.SUCCEEDED, world.now(id).state());
  }

  @Test
  void a_replay_from_the_start_does_everything_again_and_the_same_request_nothing() {
    var id = started(step("a", "act"));

    var first = world.replay.of(id, ReplayFrom.START, "r-1", world.time.instant());
    var again = world.replay.of(id, ReplayFrom.START, "r-1", world.time.instant());
    world.settle();

    assertEquals(first, again);
    assertEquals(2, act.calls.size());
    var replayed = ((ReplayExecution.Result.Started) first).id();
    assertEquals(ExecutionState.SUCCEEDED, world.now(replayed).state());
    assertEquals("replay:" + id + ":r-1", world.now(replayed).cause().id());
  }

  @Test
  void a_replay_from_the_failed_step_keeps_what_was_done() {
    var make = ScriptedAction.safe("make", call -> new Outcome.Done(Map.of("number", 7)));
    var broken = new boolean[] {true};
    var use =
        ScriptedAction.safe(
            "use", call -> broken[0] ? Outcome.failedForGood("404") : Outcome.done());
    inner = new EngineWorld(make, use);
    inner.save(
        workflow(
            "w",
            step("a", "make"),
            ActionSpec.of("b", "use", Map.of("text", "{{steps.a.result.number}}"))));
    var id = inner.opened(42).getFirst();
    inner.settle();
    broken[0] = false;

    inner.replay.of(id, ReplayFrom.FAILED_STEP, "r-1", inner.time.instant());
    inner.settle();

    assertEquals(1, make.calls.size());
    assertEquals("7", use.calls.getLast().arguments().get("text"));
    assertEquals(ExecutionState.SUCCEEDED, inner.of("w").getLast().state());
  }

  @Test
  void what_is_under_way_or_has_not_failed_is_not_replayed_from_a_failed_step() {
    var waiting = started(approval(Map.of()));
    var done = started(step("a", "act"));

    assertInstanceOf(
        ReplayExecution.Result.NotEnded.class, world.replay.of(waiting, ReplayFrom.START, "r", T0));
    assertInstanceOf(
        ReplayExecution.Result.NothingFailed.class,
        world.replay.of(done, ReplayFrom.FAILED_STEP, "r", T0));
    assertInstanceOf(
        ReplayExecution.Result.Missing.class, world.replay.of(UNKNOWN, ReplayFrom.START, "r", T0));
  }

  @Test
  void where_nobody_is_named_those_may_answer_who_may_write() {
    var id = started(approval(Map.of()));

    var other = world.answerApproval.of(id, approve("passer-by"), Standing.OTHER);

    assertEquals(new AnswerApproval.Result.NotAllowed(List.of()), other);
    assertEquals(new AnswerApproval.Result.Told("ask"), answer(id, approve("lead")));
  }

  @Test
  void a_comment_answers_for_who_wrote_it() {
    var approved = started(approval(Map.of()), step("b", "act"));
    var passedBy = started(approval(Map.of()), step("b", "act"));
    var rejected = started(approval(Map.of()), step("b", "act"));
    var answerByComment = new AnswerByComment(world.executions, world.answerApproval);

    answerByComment.on(comment(approved, "/approve all good\nreally", "MEMBER"), T0);
    answerByComment.on(comment(passedBy, "/approve", "NONE"), T0);
    answerByComment.on(comment(passedBy, "I would /approve of it", "OWNER"), T0);
    answerByComment.on(comment(rejected, "/reject", "OWNER"), T0);
    world.settle();

    var result = world.now(approved).steps().getFirst().result();
    assertEquals(Map.of("approved_by", "lead", "comment", "all good"), result);
    assertEquals(ExecutionState.WAITING, world.now(passedBy).state());
    assertEquals(ExecutionState.FAILED, world.now(rejected).state());
  }

  private Event comment(ExecutionId about, String text, String association) {
    var payload = Map.of("comment", Map.of("author_association", association));
    var facts = Facts.none().with("comment", text).with("commenter", "lead").with("event", payload);
    var trigger = new TriggerType("pr_comment");
    var subject = world.now(about).subject();
    return new Event("issue_comment.created", Set.of(trigger), subject, facts, T0);
  }

  private AnswerApproval.Result answer(ExecutionId id, Signal signal) {
    return world.answerApproval.of(id, signal, Standing.MAY_WRITE);
  }

  private int saved;

  private ExecutionId started(ActionSpec... actions) {
    var number = ++saved;
    var newest = world.workflows.find(workflow("w").id());
    world.save(workflow("w", actions).withVersion(newest.map(w -> w.version()).orElse(0)));
    var id = world.happens(EngineWorld.PR_CREATED, pullRequest(number)).getFirst();
    world.settle();
    return id;
  }

  private Step waiting(ExecutionId id) {
    return world.now(id).steps().stream()
        .filter(step -> step.state() == StepState.WAITING)
        .findFirst()
        .orElseThrow();
  }

  private static Signal approve(String by) {
    return new Signal(Signal.Kind.APPROVE, null, by, T0, "");
  }

  private static ActionSpec approval(Map<String, Object> parameters) {
    return ActionSpec.of("ask", Execution.APPROVAL, parameters);
  }

  private static ActionSpec step(String id, String type) {
    return ActionSpec.of(id, type, Map.of());
  }

  private static List<StepState> states(Execution execution) {
    return execution.steps().stream().map(Step::state).toList();
  }
}
