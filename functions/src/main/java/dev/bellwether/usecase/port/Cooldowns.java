package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import java.time.Instant;

/// Remembers that a workflow is not to run again for a subject before its time.
public interface Cooldowns {
  /// Begins the time, unless another execution began one that is not over; an execution that asks
  /// again is let through again.
  ///
  /// @return false when one is not over
  boolean begin(Execution execution, Instant now, Instant until);
}
