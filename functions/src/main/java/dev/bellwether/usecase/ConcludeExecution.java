package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.LaneStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Does what follows the end of an execution: lets the next of its lane go on, tells the execution
/// that waits for it, and starts the workflows that listen to failures.
///
/// Called again for the same end it does nothing twice.
public final class ConcludeExecution {
  private final LaneStore lanes;
  private final ExecutionReader reader;
  private final ExecutionStore executions;
  private final ExecutionQueue queue;
  private final StartWorkflows startWorkflows;

  /// Works on these.
  public ConcludeExecution(
      LaneStore lanes,
      ExecutionReader reader,
      ExecutionStore executions,
      ExecutionQueue queue,
      StartWorkflows startWorkflows) {
    this.lanes = lanes;
    this.reader = reader;
    this.executions = executions;
    this.queue = queue;
    this.startWorkflows = startWorkflows;
  }

  /// Follows up an end.
  public void of(Execution ended, Instant now) {
    ended.lane().ifPresent(lane -> leave(lane, ended));
    ended.cause().ifAwaited().ifPresent(parent -> tell(parent, ended, now));
    if (hasFailed(ended)) {
      startOnFailure(ended, now);
    }
  }

  /// An alert of our own that nobody could be told is in the log, and nobody else's business.
  private static boolean hasFailed(Execution ended) {
    return (ended.state() == ExecutionState.FAILED || ended.state() == ExecutionState.TIMED_OUT)
        && !ended.workflow().id().equals(RaiseAlert.ID);
  }

  private void leave(String key, Execution ended) {
    while (true) {
      var lane = lanes.find(key);
      var left = lane.leave(ended.id());
      if (left.equals(lane)) {
        return;
      }
      if (lanes.replace(left)) {
        left.turn().ifPresent(this::wake);
        return;
      }
    }
  }

  private void tell(Cause.Parent parent, Execution ended, Instant now) {
    var said =
        new Signal(
            Signal.Kind.CHILD_ENDED,
            parent.step(),
            ended.id().value(),
            now,
            ended.ending().orElseThrow().because());
    if (executions.signal(parent.execution(), said)) {
      wake(parent.execution());
    }
  }

  private void wake(ExecutionId id) {
    reader.find(id).ifPresent(waiting -> queue.enqueue(waiting, Duration.ZERO));
  }

  private void startOnFailure(Execution ended, Instant now) {
    var type = TriggerType.WORKFLOW_FAILED;
    var facts =
        ended
            .facts()
            .with("workflow_id", ended.workflow().id().value())
            .with("workflow_name", ended.workflow().name())
            .with("execution_id", ended.id().value())
            .with("error", ended.ending().orElseThrow().because());
    var event = new Event(type.name(), Set.of(type), ended.subject(), facts, now);
    var cause = Cause.of("failed:" + ended.id(), event.name()).atDepth(ended.cause().depth() + 1);
    startWorkflows.on(event, cause, now);
  }
}
