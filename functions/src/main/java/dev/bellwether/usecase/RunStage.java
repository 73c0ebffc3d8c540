package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Does the steps of one stage, at once where there are several, and settles what came of each.
///
/// A step is begun when its condition holds and its delay is over; it waits when it failed for now
/// or is not done yet. Before a step that must not be repeated blindly the stage is recorded, and
/// likewise before whatever follows one: so its effect is never in doubt for longer than its call.
public final class RunStage {
  /// How long a limit is waited for that named no time.
  static final Duration UNNAMED_LIMIT = Duration.ofMinutes(1);

  private final PerformSteps performSteps;
  private final InstantSource clock;
  private final DoubleSupplier random;

  /// Works on these.
  ///
  /// @param random draws uniformly from [0, 1), for the jitter of waits
  public RunStage(PerformSteps performSteps, InstantSource clock, DoubleSupplier random) {
    this.performSteps = performSteps;
    this.clock = clock;
    this.random = random;
  }

  /// How a stage came out.
  sealed interface Result {
    /// All its steps have ended, or were skipped.
    record Done(Execution execution) implements Result {}

    /// Not all have: go on then.
    record Later(Execution execution, Instant until) implements Result {}

    /// A step failed whose failure is the execution's.
    record Failed(Execution execution, String because) implements Result {}

    /// Another worker holds the execution now.
    record TakenOver() implements Result {}
  }

  /// Does what can be done now.
  ///
  /// @param turn the indexes of the stage's steps that have not ended
  Result of(Execution execution, List<Integer> turn, Ledger ledger) {
    var prepared = execution.running();
    var begun = new ArrayList<Integer>();
    for (var index : turn) {
      var step = prepared(prepared, prepared.steps().get(index));
      prepared = prepared.withStep(index, old -> step);
      if (step.state() == StepState.RUNNING) {
        begun.add(index);
      }
    }
    if (begun.isEmpty()) {
      return left(prepared, turn);
    }
    var areCareful = begun.stream().map(prepared.steps()::get).anyMatch(performSteps::isCareful);
    if (ledger.mustRecordBefore(areCareful)) {
      switch (ledger.record(prepared)) {
        case Ledger.Entry.Lost lost -> {
          return new Result.TakenOver();
        }
        case Ledger.Entry.Made(var made) -> prepared = made;
      }
    }
    ledger.owesResult(areCareful);
    return left(settled(prepared, begun, performSteps.of(prepared, begun)), turn);
  }

  /// Decides what its turn means for a step: `running` when it is to be called now.
  private Step prepared(Execution execution, Step step) {
    var now = clock.instant();
    var tooLate = step.deadline().filter(end -> !now.isBefore(end));
    if (tooLate.isPresent()) {
      return step.failedAt(now, "It was not done by " + tooLate.get());
    }
    if (step.mayHaveHappened() && !step.action().retry().allowsAnotherAfter(step.attempts())) {
      return step.failedAt(now, "It stopped %d times without a result".formatted(step.attempts()));
    }
    if (step.state() == StepState.PENDING) {
      return arrived(execution, step, now);
    }
    return step.waitsAt(now.plus(RunExecution.EARLY)) && !isSpokenTo(execution, step)
        ? step
        : begun(execution, step, now);
  }

  private Step arrived(Execution execution, Step step, Instant now) {
    var asked = step.action().ifCondition();
    if (asked.isPresent()) {
      var explained = asked.get().explain(execution.factsAt(now));
      if (explained.truth() != Truth.TRUE) {
        return step.skippedAt(now, Because.not(explained));
      }
    }
    var delay = step.action().delay();
    return delay.isPositive() ? step.delayedUntil(now.plus(delay)) : begun(execution, step, now);
  }

  private Step begun(Execution execution, Step step, Instant now) {
    return step.startedAt(now, performSteps.rendered(step.action(), execution));
  }

  private static boolean isSpokenTo(Execution execution, Step step) {
    return execution.progress().signals().stream()
        .anyMatch(signal -> step.action().id().equals(signal.step()));
  }

  private Execution settled(Execution execution, List<Integer> begun, List<Outcome> outcomes) {
    var settled = execution;
    var deadline = execution.deadline();
    for (int i = 0; i < begun.size(); i++) {
      var outcome = outcomes.get(i);
      settled = settled.withStep(begun.get(i), step -> settled(step, outcome, deadline));
    }
    return settled;
  }

  /// What is not done yet may still be done at the last moment; another attempt that would begin
  /// after it is pointless, and whoever carries the execution out will see that.
  private Step settled(Step step, Outcome outcome, Instant deadline) {
    var now = clock.instant();
    return switch (outcome) {
      case Outcome.Done(var result) -> step.succeededAt(now, result);
      case Outcome.Pending(var delay, var reason, var progress) ->
          step.pendingUntil(earliest(deadline, notAfter(step, now.plus(delay))), reason, progress);
      case Outcome.Failed(Failure.Transient limited, var progress) when limited.isOfLimits() -> {
        var wait = limited.askedWait().orElse(UNNAMED_LIMIT);
        yield step.pendingUntil(
            earliest(deadline, notAfter(step, now.plus(wait))), limited.reason(), progress);
      }
      case Outcome.Failed(var failure, var progress) -> {
        var failing = step.failing(now, failure, progress);
        yield waitAfter(failing, failure, now)
            .map(wait -> failing.retriedAt(notAfter(step, now.plus(wait))))
            .orElseGet(() -> failing.failedAt(now, failure.reason()));
      }
    };
  }

  private Optional<Duration> waitAfter(Step step, Failure failure, Instant now) {
    var retry = step.action().retry();
    return switch (failure) {
      case Failure.Permanent permanent -> Optional.empty();
      case Failure.Transient passing when !retry.retries(passing.code()) -> Optional.empty();
      case Failure.Transient passing ->
          retry.waitAfter(
              step.attempts(),
              step.elapsedAt(now),
              passing.askedWait().orElse(Duration.ZERO),
              random.getAsDouble());
    };
  }

  /// A step is looked after when its own time is over, if not before.
  private static Instant notAfter(Step step, Instant wakeAt) {
    return step.deadline().filter(wakeAt::isAfter).orElse(wakeAt);
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Result left(Execution execution, List<Integer> turn) {
    var steps = turn.stream().map(execution.steps()::get).toList();
    var fatal =
        steps.stream()
            .filter(step -> step.state() == StepState.FAILED)
            .filter(step -> step.action().onError() == OnError.FAIL)
            .findFirst();
    if (fatal.isPresent()) {
      return new Result.Failed(execution, Because.failed(fatal.get()));
    }
    return steps.stream()
        .flatMap(step -> Optional.ofNullable(step.wakeAt()).stream())
        .min(Comparator.naturalOrder())
        .<Result>map(until -> new Result.Later(execution, until))
        .orElseGet(() -> new Result.Done(execution));
  }
}
