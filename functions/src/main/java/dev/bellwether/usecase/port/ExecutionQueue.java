package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import java.time.Duration;

/// Hands executions to a worker, at least once.
public interface ExecutionQueue {
  /// Asks for an execution to be carried on after a delay of at most 15 minutes; longer delays are
  /// cut to that, and the worker that wakes too early asks again.
  void enqueue(Execution execution, Duration delay);
}
