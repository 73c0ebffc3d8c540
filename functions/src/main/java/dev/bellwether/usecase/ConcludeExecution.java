package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import java.time.Instant;

/// Does what follows the end of an execution.
///
/// Called again for the same end it does nothing twice.
public final class ConcludeExecution {
  /// Follows up an end.
  public void of(Execution ended, Instant now) {}
}
