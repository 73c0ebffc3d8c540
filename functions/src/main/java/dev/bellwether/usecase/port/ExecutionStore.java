package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.workflow.Delivery;
import java.time.Instant;
import java.util.List;

/// Keeps executions: one for each id, and one worker at a time on each.
public interface ExecutionStore {
  /// Stores a new execution unless one with its id exists; one conditional write, no read.
  Creation create(Execution execution);

  /// Does the same, and keeps the record of the delivery that set it off with it: a delivery that
  /// starts something costs no write of its own.
  Creation createCarrying(Execution execution, Delivery delivery);

  /// Takes an execution for a worker until an instant, and returns it in the same call.
  ///
  /// @param worker who takes it; a second claim by the same worker counts as another worker's
  Claim claim(ExecutionId id, String worker, Instant now, Instant until);

  /// Stores what has become of a claimed execution. When its state is `running` the claim is kept
  /// and renewed until the instant; in any other state it is given up.
  ///
  /// Unless its state is final, nothing is stored while it was told something that it has not heard
  /// ([Execution#hearing]); what it is told after its end is lost.
  Recorded record(Execution execution, String worker, Instant until);

  /// Tells an execution something, whoever holds it. It hears of it with the next claim, or when it
  /// is recorded.
  ///
  /// @return false when it has ended or does not exist: nobody will hear
  boolean signal(ExecutionId id, Signal signal);

  /// Lists all that an execution was told, the oldest first.
  List<Signal> signals(ExecutionId id);

  /// How a recording came out.
  sealed interface Recorded {
    /// Stored.
    record Stored() implements Recorded {}

    /// Nothing is stored: the worker no longer holds the claim.
    record Lost() implements Recorded {}

    /// Nothing is stored: it was told these, some of which it has not heard.
    record Told(List<Signal> signals) implements Recorded {
      public Told {
        signals = List.copyOf(signals);
      }
    }
  }

  /// How a creation came out.
  enum Creation {
    CREATED,
    ALREADY_EXISTS
  }

  /// How a claim came out.
  sealed interface Claim {
    /// The worker holds it; the state is `running` already, steps are as last recorded, and it has
    /// heard all it was told.
    record Claimed(Execution execution) implements Claim {}

    /// Another worker holds it until then.
    record Held(Instant until) implements Claim {}

    /// It has ended; nothing is left to do.
    record Ended(Execution execution) implements Claim {}

    /// No such execution.
    record Gone() implements Claim {}
  }
}
