package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import java.time.Instant;

/// Keeps executions: one for each id, and one worker at a time on each.
public interface ExecutionStore {
  /// Stores a new execution unless one with its id exists; one conditional write, no read.
  Creation create(Execution execution);

  /// Takes an execution for a worker until an instant, and returns it in the same call.
  ///
  /// @param worker who takes it; a second claim by the same worker counts as another worker's
  Claim claim(ExecutionId id, String worker, Instant now, Instant until);

  /// Stores what has become of a claimed execution. When its state is `running` the claim is kept
  /// and renewed until the instant; in any other state it is given up.
  ///
  /// @return false, storing nothing, when the worker no longer holds the claim
  boolean record(Execution execution, String worker, Instant until);

  /// How a creation came out.
  enum Creation {
    CREATED,
    ALREADY_EXISTS
  }

  /// How a claim came out.
  sealed interface Claim {
    /// The worker holds it; the state is `running` already, steps are as last recorded.
    record Claimed(Execution execution) implements Claim {}

    /// Another worker holds it until then.
    record Held(Instant until) implements Claim {}

    /// It has ended; nothing is left to do.
    record Ended(Execution execution) implements Claim {}

    /// No such execution.
    record Gone() implements Claim {}
  }
}
