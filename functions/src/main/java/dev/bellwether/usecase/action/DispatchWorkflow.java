package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.OBJECT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.WorkflowRuns;
import java.util.List;

/// Starts a workflow of GitHub Actions that listens to `workflow_dispatch`.
///
/// A run carries nothing of ours, so a repeat takes the newest that we started of this workflow on
/// this ref since the step began for its own: see [WorkflowRuns#dispatchOnce].
public final class DispatchWorkflow implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "dispatch_workflow",
          "Starts a workflow of GitHub Actions.",
          Repeat.ASK_FIRST,
          List.of(
              required("workflow", TEXT, "the name of the workflow's file, or its number"),
              optional(
                  "ref", TEXT, "the branch or tag to run on; the default branch when left out"),
              optional("inputs", OBJECT, "the workflow's inputs, by name")));

  private final Dispatching dispatching;

  /// Starts by this.
  public DispatchWorkflow(WorkflowRuns runs) {
    this.dispatching = new Dispatching(runs);
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    return dispatching.start(
        call,
        call.required("workflow"),
        Ref.of(call, "ref", "default_branch"),
        Dispatching.inputs(call));
  }
}
