package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import java.time.Duration;
import java.time.Instant;

/// Cancels an execution before its next action starts: at once while it waits, and at the latest a
/// second after it was told while it runs. What is done stays done.
public final class CancelExecution {
  private final ExecutionStore executions;
  private final ExecutionReader reader;
  private final ExecutionQueue queue;

  /// Works on these.
  public CancelExecution(ExecutionStore executions, ExecutionReader reader, ExecutionQueue queue) {
    this.executions = executions;
    this.reader = reader;
    this.queue = queue;
  }

  /// How it came out.
  public sealed interface Result {
    /// It was told; as it was then.
    record Told(Execution execution) implements Result {}

    /// It has ended; nothing is left to cancel.
    record Ended(Execution execution) implements Result {}

    /// No such execution.
    record Missing() implements Result {}
  }

  /// Cancels.
  ///
  /// @param by who wants it
  /// @param why in their words; empty where there are none
  public Result of(ExecutionId id, String by, String why, Instant now) {
    var found = reader.find(id);
    if (found.isEmpty()) {
      return new Result.Missing();
    }
    var execution = found.get();
    if (execution.state().isFinal() || !executions.signal(id, Signal.cancel(by, now, why))) {
      return new Result.Ended(execution);
    }
    queue.enqueue(execution, Duration.ZERO);
    return new Result.Told(execution);
  }
}
