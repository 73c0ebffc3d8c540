package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ReplayFrom;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Creation;
import java.time.Duration;
import java.time.Instant;

/// Carries an execution that has ended out once more, as a new execution of the same version with
/// the same facts.
public final class ReplayExecution {
  private final ExecutionReader reader;
  private final ExecutionStore executions;
  private final ExecutionQueue queue;

  /// Works on these.
  public ReplayExecution(ExecutionReader reader, ExecutionStore executions, ExecutionQueue queue) {
    this.reader = reader;
    this.executions = executions;
    this.queue = queue;
  }

  /// How it came out.
  public sealed interface Result {
    /// There it is, now or by the same request before.
    record Started(ExecutionId id) implements Result {}

    /// It is under way: cancel it first, or wait.
    record NotEnded() implements Result {}

    /// All its steps are done: nothing is left to go on with.
    record NothingFailed() implements Result {}

    /// No such execution.
    record Missing() implements Result {}
  }

  /// Replays.
  ///
  /// @param request names the request, so that the same one makes the same execution
  public Result of(ExecutionId id, ReplayFrom from, String request, Instant now) {
    return reader
        .find(id)
        .map(execution -> replayed(execution, from, request, now))
        .orElseGet(Result.Missing::new);
  }

  private Result replayed(Execution ended, ReplayFrom from, String request, Instant now) {
    if (!ended.state().isFinal()) {
      return new Result.NotEnded();
    }
    var cause = "replay:%s:%s".formatted(ended.id(), request);
    var again =
        switch (from) {
          case START -> ended.again(cause, now);
          case FAILED_STEP -> ended.continued(cause, now);
        };
    if (again.turn().isEmpty()) {
      return new Result.NothingFailed();
    }
    if (executions.create(again) == Creation.CREATED) {
      queue.enqueue(again, Duration.ZERO);
    }
    return new Result.Started(again.id());
  }
}
