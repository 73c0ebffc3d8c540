package dev.bellwether.domain.execution;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;

/// Names the version of a workflow that an execution is of.
///
/// @param name what people called it then
public record WorkflowRef(WorkflowId id, int version, String name) {
  /// Names a saved workflow.
  public static WorkflowRef to(Workflow workflow) {
    return new WorkflowRef(workflow.id(), workflow.version(), workflow.name());
  }
}
