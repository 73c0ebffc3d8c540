package dev.bellwether.usecase;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.WorkflowStore;
import dev.bellwether.usecase.port.WorkflowStore.Saved;

/// Saves a workflow as its next version.
public final class SaveWorkflow {
  private final WorkflowStore workflows;

  /// Works on this.
  public SaveWorkflow(WorkflowStore workflows) {
    this.workflows = workflows;
  }

  /// How a save came out; only [Result.Done] has stored anything.
  public sealed interface Result {
    /// Stored, under this version.
    record Done(Workflow workflow) implements Result {}

    /// There is no such workflow to change.
    record Missing() implements Result {}

    /// The newest version is not the one the change is based on.
    record Conflict(int newestVersion) implements Result {}
  }

  /// Saves.
  ///
  /// @param workflow whose version is not looked at: the basis says it
  public Result save(Workflow workflow, Basis basis) {
    return switch (basis) {
      case Basis.Nothing nothing -> store(workflow, 0);
      case Basis.Version(var number) -> store(workflow, number);
      case Basis.Newest newest ->
          workflows
              .find(workflow.id())
              .map(known -> store(workflow, known.version()))
              .orElseGet(Result.Missing::new);
    };
  }

  private Result store(Workflow workflow, int version) {
    return switch (workflows.save(workflow.withVersion(version))) {
      case Saved.Stored stored -> new Result.Done(stored.workflow());
      case Saved.Conflict(var newest) when newest == 0 -> new Result.Missing();
      case Saved.Conflict(var newest) -> new Result.Conflict(newest);
    };
  }
}
