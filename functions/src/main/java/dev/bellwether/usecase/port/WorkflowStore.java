package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import java.util.List;
import java.util.Optional;

/// Keeps workflows and every version of each.
public interface WorkflowStore {
  /// Stores a workflow's next version, counting from 1.
  ///
  /// @param workflow its version is the newest the caller knows, 0 for a new one
  Saved save(Workflow workflow);

  /// Finds the newest version; nothing when there is none or it was deleted.
  Optional<Workflow> find(WorkflowId id);

  /// Lists the newest version of each, by name.
  List<Workflow> all();

  /// Lists a part of them by id, at the cost of what is listed.
  ///
  /// @param after the id to go on after, or a [Slice#next]; empty at the start
  Slice<Workflow> list(String after, int limit);

  /// Deletes a workflow; its versions stay for the executions that name them.
  ///
  /// @return false when there was none
  boolean delete(WorkflowId id);

  /// How a save came out.
  sealed interface Saved {
    /// Stored, under this version.
    record Stored(Workflow workflow) implements Saved {}

    /// Somebody else saved in between, or a new workflow's id is taken; nothing was stored.
    ///
    /// @param newestVersion 0 when there is none, or none any more
    record Conflict(int newestVersion) implements Saved {}
  }
}
