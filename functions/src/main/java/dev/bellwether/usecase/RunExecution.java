package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.usecase.PassGate.Passage;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Carries a stored execution on from where it stands: claims it, does the steps whose turn it is,
/// records.
///
/// Safe to call any number of times, at once or after a crash: one worker holds an execution at a
/// time, finished steps are not done again, and a step whose effect is unknown is told so
/// ([dev.bellwether.usecase.action.Call#isRepeat]) and asks the outside first.
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
  private final PassGate passGate;
  private final RunStage runStage;
  private final ConcludeExecution conclude;
  private final InstantSource clock;

  /// Works on these.
  public RunExecution(
      ExecutionStore executions,
      ExecutionQueue queue,
      PassGate passGate,
      RunStage runStage,
      ConcludeExecution conclude,
      InstantSource clock) {
    this.executions = executions;
    this.queue = queue;
    this.passGate = passGate;
    this.runStage = runStage;
    this.conclude = conclude;
    this.clock = clock;
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
      case Claim.Claimed(var execution) -> new Turn(execution, worker, now).carriedOn();
      case Claim.Held(var until) -> new Result.Held(until);
      case Claim.Ended(var execution) -> concluded(execution);
      case Claim.Gone gone -> new Result.Gone();
    };
  }

  /// Whoever ended it may have died before all that follows an end was done.
  private Result concluded(Execution ended) {
    conclude.of(ended, clock.instant());
    return new Result.Ended(ended);
  }

  /// What one worker does with an execution while it holds it.
  private final class Turn {
    private final Ledger ledger;
    private final Instant start;
    private Execution execution;

    Turn(Execution claimed, String worker, Instant start) {
      this.ledger = new Ledger(executions, worker, clock);
      this.execution = claimed;
      this.start = start;
    }

    Result carriedOn() {
      if (isEarly()) {
        return waiting(execution.waitingUntil(execution.wakeAt()));
      }
      if (execution.isAdmitted() || isCancelled() || isTooLate(start)) {
        return throughStages();
      }
      return switch (passGate.of(execution, start)) {
        case Passage.Passed(var passed) -> {
          execution = passed.admittedAt(start);
          yield throughStages();
        }
        case Passage.Later(var until, var because) ->
            waiting(execution.waitingUntil(earliest(until, execution.deadline()), because));
        case Passage.Refused(var judged, var ending) -> {
          execution = judged;
          yield ended(ending);
        }
      };
    }

    /// A signal is heard at once, whatever is waited for, and a gate may open before it was to be
    /// asked again.
    private boolean isEarly() {
      return start.isBefore(execution.wakeAt().minus(EARLY))
          && execution.progress().signals().isEmpty()
          && execution.isAdmitted();
    }

    private boolean isCancelled() {
      return execution.heard(Signal.Kind.CANCEL).isPresent();
    }

    private boolean isTooLate(Instant now) {
      return !now.isBefore(execution.deadline());
    }

    private static Instant earliest(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }

    private Result throughStages() {
      for (var turn = execution.turn(); !turn.isEmpty(); turn = execution.turn()) {
        var now = clock.instant();
        if (ledger.isNewsDue(now)) {
          execution = execution.hearing(executions.signals(execution.id()));
        }
        var cancel = execution.heard(Signal.Kind.CANCEL);
        if (cancel.isPresent()) {
          return ended(new Ending(ExecutionState.CANCELLED, because(cancel.get())));
        }
        if (isTooLate(now)) {
          execution = fail(timeout(), now);
          continue;
        }
        if (!now.isBefore(start.plus(TURN))) {
          return waiting(execution.waitingUntil(now));
        }
        switch (runStage.of(execution, turn, ledger)) {
          case RunStage.Result.Done(var done) -> execution = done;
          case RunStage.Result.Failed(var failed, var because) ->
              execution = fail(failed, new Ending(ExecutionState.FAILED, because));
          case RunStage.Result.Later(var later, var until) -> {
            if (!until.isAfter(later.deadline())) {
              return waiting(later.waitingUntil(until));
            }
            execution = fail(later, timeout());
          }
          case RunStage.Result.TakenOver taken -> {
            return new Result.TakenOver();
          }
        }
      }
      return ended(execution.ending().orElseGet(() -> Endings.of(execution)));
    }

    private Execution fail(Execution failed, Ending ending) {
      execution = failed;
      return fail(ending, clock.instant());
    }

    /// What fails while it fails already just ends.
    private Execution fail(Ending ending, Instant now) {
      return execution.ending().isPresent()
          ? execution.endedAt(now, execution.ending().get())
          : execution.comingTo(ending, now);
    }

    private Ending timeout() {
      return new Ending(ExecutionState.TIMED_OUT, "It was not done by " + execution.deadline());
    }

    private Result waiting(Execution waiting) {
      return switch (ledger.record(waiting)) {
        case Ledger.Entry.Lost lost -> new Result.TakenOver();
        case Ledger.Entry.Made(var made) -> {
          queue.enqueue(made, delay(waiting, made));
          yield new Result.Waiting(made);
        }
      };
    }

    /// What it was told while it was recorded is heeded at once.
    private Duration delay(Execution waiting, Execution made) {
      var now = clock.instant();
      return made.equals(waiting) && made.wakeAt().isAfter(now)
          ? Duration.between(now, made.wakeAt())
          : Duration.ZERO;
    }

    private Result ended(Ending ending) {
      return switch (ledger.record(execution.endedAt(clock.instant(), ending))) {
        case Ledger.Entry.Lost lost -> new Result.TakenOver();
        case Ledger.Entry.Made(var made) -> concluded(made);
      };
    }

    private static String because(Signal cancel) {
      return cancel.comment().isBlank()
          ? "Cancelled by " + cancel.by()
          : "Cancelled by %s: %s".formatted(cancel.by(), cancel.comment());
    }
  }
}
