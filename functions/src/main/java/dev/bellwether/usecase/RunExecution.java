package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Escalation;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.action.Call;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Carries a stored execution on from where it stands: claims it, does its steps in order, records.
///
/// Safe to call any number of times, at once or after a crash: one worker holds an execution at a
/// time, finished steps are not done again, and a step whose effect is unknown is told so
/// ([Call#isRepeat]) and asks the outside first.
///
/// What is written: the claim and the end. Around a step that must not be repeated blindly its
/// intent is written before the call, and its result before the next step begins.
public final class RunExecution {
  /// How long a claim lasts without news: well over the longest function timeout, so that a live
  /// worker never loses its claim, and short enough that a dead one's work is taken over soon.
  static final Duration LEASE = Duration.ofSeconds(45);

  /// How long one call begins new steps; what is left then goes on in a call of its own, so that a
  /// slow outside costs messages and not the work of a function that is killed at its timeout.
  static final Duration TURN = Duration.ofSeconds(10);

  /// Queues count in whole seconds and clocks differ: who wakes this much too early is on time.
  static final Duration EARLY = Duration.ofSeconds(1);

  private final ExecutionStore executions;
  private final ExecutionQueue queue;
  private final Actions actions;
  private final InstantSource clock;
  private final DoubleSupplier random;

  /// Works on these.
  ///
  /// @param random draws uniformly from [0, 1), for the jitter of waits
  public RunExecution(
      ExecutionStore executions,
      ExecutionQueue queue,
      Actions actions,
      InstantSource clock,
      DoubleSupplier random) {
    this.executions = executions;
    this.queue = queue;
    this.actions = actions;
    this.clock = clock;
    this.random = random;
  }

  /// How a run came out.
  public sealed interface Result {
    /// It ended, now or before.
    record Ended(Execution execution) implements Result {}

    /// It is to go on later, and a message will come for it.
    record Waiting(Execution execution) implements Result {}

    /// Another worker holds it: hand the message back.
    record Held(Instant until) implements Result {}

    /// No such execution: the message can go.
    record Gone() implements Result {}

    /// The claim was lost on the way to a worker that took over; that one goes on.
    record TakenOver() implements Result {}
  }

  /// Carries an execution on.
  ///
  /// @param worker names this invocation, unlike any other
  public Result run(ExecutionId id, String worker) {
    var now = clock.instant();
    return switch (executions.claim(id, worker, now, now.plus(LEASE))) {
      case Claim.Claimed claimed -> carryOn(claimed.execution(), worker);
      case Claim.Held held -> new Result.Held(held.until());
      case Claim.Ended ended -> new Result.Ended(ended.execution());
      case Claim.Gone gone -> new Result.Gone();
    };
  }

  private Result carryOn(Execution claimed, String worker) {
    var start = clock.instant();
    if (start.isBefore(claimed.wakeAt().minus(EARLY))) {
      return waitUntil(claimed, claimed.wakeAt(), worker);
    }
    var execution = claimed;
    var before = Repeat.SAFE;
    for (var next = execution.nextStep(); next.isPresent(); next = execution.nextStep()) {
      var now = clock.instant();
      if (!now.isBefore(execution.deadline())) {
        return end(execution, ExecutionState.TIMED_OUT, worker);
      }
      if (!now.isBefore(start.plus(TURN))) {
        return waitUntil(execution, now, worker);
      }
      var index = next.getAsInt();
      var step = execution.steps().get(index);
      if (step.mayHaveHappened() && !step.action().retry().allowsAnotherAfter(step.attempts())) {
        var reason = "It stopped %d times without a result".formatted(step.attempts());
        execution = execution.withStep(index, s -> s.failedAt(now, reason));
        var left = leave(execution, index, worker);
        if (left.isPresent()) {
          return left.get();
        }
        continue;
      }
      var begun = begin(execution, index);
      var repeat = repeatOf(begun.steps().get(index));
      if ((repeat == Repeat.ASK_FIRST || before == Repeat.ASK_FIRST) && !store(begun, worker)) {
        return new Result.TakenOver();
      }
      before = repeat;
      execution = settle(begun, index, perform(begun, index));
      var left = leave(execution, index, worker);
      if (left.isPresent()) {
        return left.get();
      }
    }
    return end(
        execution,
        Escalation.reachedNobody(execution) ? ExecutionState.FAILED : ExecutionState.SUCCEEDED,
        worker);
  }

  private Execution begin(Execution execution, int index) {
    return execution
        .running()
        .withStep(
            index,
            step -> {
              var parameters = step.action().parameters();
              var rendered =
                  actions
                      .named(step.action().type())
                      .map(a -> a.signature().render(parameters, execution.facts()))
                      .orElse(parameters);
              return step.startedAt(clock.instant(), rendered);
            });
  }

  private Repeat repeatOf(Step step) {
    return actions
        .named(step.action().type())
        .map(action -> action.signature().repeat())
        .orElse(Repeat.SAFE);
  }

  private Outcome perform(Execution execution, int index) {
    var step = execution.steps().get(index);
    return actions
        .named(step.action().type())
        .map(
            action ->
                perform(action, new Call(execution, step, step.parameters(), clock.instant())))
        .orElseGet(
            () -> Outcome.failedForGood("No action type " + step.action().type() + " is known"));
  }

  /// What an action throws is a broken world, a secret or a bus that cannot be reached, and may
  /// pass; a bug does not, and fails its step after the last attempt instead of poisoning the
  /// queue.
  private static Outcome perform(Action action, Call call) {
    try {
      return action.perform(call);
    } catch (RuntimeException broken) {
      return Outcome.failedForNow(
          "%s broke: %s".formatted(action.signature().type(), broken.getClass().getSimpleName()));
    }
  }

  private Execution settle(Execution begun, int index, Outcome outcome) {
    var now = clock.instant();
    return switch (outcome) {
      case Outcome.Done done -> begun.withStep(index, s -> s.succeededAt(now, done.result()));
      case Outcome.Pending pending ->
          begun
              .withStep(index, s -> s.pendingBecause(pending.reason(), pending.progress()))
              .waitingUntil(now.plus(pending.delay()));
      case Outcome.Failed failed -> {
        var step = begun.steps().get(index).achieving(failed.progress());
        yield failed.failure() instanceof Failure.Transient passing
                && step.action().retry().allowsAnotherAfter(step.attempts())
            ? begun
                .withStep(index, s -> step.waitingBecause(passing.reason(), step.result()))
                .waitingUntil(now.plus(delay(step, passing)))
            : begun.withStep(index, s -> step.failedAt(now, failed.failure().reason()));
      }
    };
  }

  private Duration delay(Step step, Failure.Transient passing) {
    var ours = step.action().retry().delayAfter(step.attempts(), random.getAsDouble());
    return passing.askedWait().filter(asked -> asked.compareTo(ours) > 0).orElse(ours);
  }

  /// Decides whether a settled step lets the next one begin; nothing when it does.
  private Optional<Result> leave(Execution execution, int index, String worker) {
    if (execution.state() == ExecutionState.WAITING) {
      return Optional.of(
          execution.wakeAt().isBefore(execution.deadline())
              ? waitUntil(execution, execution.wakeAt(), worker)
              : end(execution, ExecutionState.TIMED_OUT, worker));
    }
    var step = execution.steps().get(index);
    return step.state() == StepState.FAILED && step.action().onError() == OnError.FAIL
        ? Optional.of(end(execution, ExecutionState.FAILED, worker))
        : Optional.empty();
  }

  private Result waitUntil(Execution execution, Instant wakeAt, String worker) {
    var now = clock.instant();
    var waiting = execution.waitingUntil(wakeAt);
    if (!executions.record(waiting, worker, now)) {
      return new Result.TakenOver();
    }
    queue.enqueue(waiting, wakeAt.isAfter(now) ? Duration.between(now, wakeAt) : Duration.ZERO);
    return new Result.Waiting(waiting);
  }

  private Result end(Execution execution, ExecutionState last, String worker) {
    var now = clock.instant();
    var ended = execution.endedAt(now, last);
    return executions.record(ended, worker, now) ? new Result.Ended(ended) : new Result.TakenOver();
  }

  private boolean store(Execution execution, String worker) {
    return executions.record(execution, worker, clock.instant().plus(LEASE));
  }
}
