package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Instant;
import java.util.Optional;

/// Starts workflows from within executions.
public interface ChildWorkflows {
  /// Starts a workflow for a step; for the same step again it finds the one that was started.
  Child start(WorkflowId workflow, Execution parent, Step step, Waiting waiting, Instant now);

  /// Finds an execution as it is at this moment.
  Optional<Execution> find(ExecutionId id);

  /// Whether the step waits for the child.
  enum Waiting {
    NOT,
    FOR_ITS_END
  }

  /// How it came out.
  sealed interface Child {
    /// There it is, now or from before.
    record Started(ExecutionId id) implements Child {}

    /// Its conditions do not hold, or it is paused or a shadow.
    record NotStarted(String because) implements Child {}

    /// No such workflow.
    record Unknown() implements Child {}
  }
}
