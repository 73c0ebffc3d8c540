package dev.bellwether.usecase;

import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Finds executions that lost their message or their worker, and sends another message for each.
///
/// One too many does no harm: a worker claims an execution before it does anything.
public final class RequeueStuckExecutions {
  /// How late an execution may be before its message is thought lost: a busy queue is no loss.
  static final Duration GRACE = Duration.ofMinutes(1);

  /// What one sweep sends; the rest is the next one's.
  static final int LIMIT = 500;

  private final ExecutionReader executions;
  private final ExecutionQueue queue;

  /// Works on these.
  public RequeueStuckExecutions(ExecutionReader executions, ExecutionQueue queue) {
    this.executions = executions;
    this.queue = queue;
  }

  /// Sends for those overdue, the longest overdue first. One's failure keeps no other from its
  /// turn; the first is thrown at the end.
  ///
  /// @return those a message was sent for
  public List<ExecutionId> at(Instant now) {
    var requeued = new ArrayList<ExecutionId>();
    EachAlone.of(
        executions.overdue(now.minus(GRACE), LIMIT),
        execution -> {
          queue.enqueue(execution, Duration.ZERO);
          requeued.add(execution.id());
        });
    return List.copyOf(requeued);
  }
}
