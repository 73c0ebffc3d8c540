package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import java.time.Instant;
import java.util.List;

/// Finds executions that have ended and what they did is not written down yet.
public interface FinishedExecutions {
  /// Lists those that ended until an instant, the first to end first.
  List<Execution> notAudited(Instant until, int limit);

  /// Notes that what one did is written down; the same again changes nothing.
  void audited(ExecutionId id);
}
