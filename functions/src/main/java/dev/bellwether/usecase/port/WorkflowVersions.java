package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads every version of workflows that was ever stored, those of deleted ones too.
public interface WorkflowVersions {
  /// Lists the newest versions of a workflow, the last first.
  default List<Workflow> newest(WorkflowId id, int limit) {
    return newest(id, Integer.MAX_VALUE, limit);
  }

  /// Lists the newest versions of a workflow before one, the last first.
  List<Workflow> newest(WorkflowId id, int before, int limit);

  /// Finds one version.
  Optional<Workflow> find(WorkflowId id, int version);

  /// Finds the version that was the newest at an instant, also where the workflow was deleted
  /// since; nothing where it was first stored after it.
  Optional<Workflow> at(WorkflowId id, Instant instant);
}
