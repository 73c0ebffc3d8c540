package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.OBJECT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.WorkflowRuns;
import java.util.List;

/// Starts the tests on the subject's branch, as [DispatchWorkflow] starts any workflow.
///
/// The branch of a fork is not in the repository, where one of the same name would be tested
/// instead: that fails unless a `ref` says what to test.
public final class RunTests implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "run_tests",
          "Starts the workflow that runs the tests, on the branch in question.",
          Repeat.ASK_FIRST,
          List.of(
              optional("workflow", TEXT, "the name of the workflow's file; test.yml when left out"),
              optional(
                  "ref", TEXT, "the branch or tag to test; the subject's branch when left out"),
              optional("inputs", OBJECT, "the workflow's inputs, by name")));

  private final Dispatching dispatching;

  /// Starts by this.
  public RunTests(WorkflowRuns runs) {
    this.dispatching = new Dispatching(runs);
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    if (call.text("ref").isEmpty() && Ref.isInFork(call)) {
      return Outcome.failedForGood(
          "bad_subject",
          "The branch of %s is in a fork, where its tests cannot be started"
              .formatted(call.subject()));
    }
    var ref = Ref.of(call, "ref", "head_branch").or(() -> call.facts().text("branch"));
    return dispatching.start(
        call, call.text("workflow").orElse("test.yml"), ref, Dispatching.inputs(call));
  }
}
