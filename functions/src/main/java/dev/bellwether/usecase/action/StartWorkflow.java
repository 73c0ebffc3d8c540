package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.BOOLEAN;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.ChildWorkflows;
import dev.bellwether.usecase.port.ChildWorkflows.Child;
import dev.bellwether.usecase.port.ChildWorkflows.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Starts another workflow for the same subject, whatever that listens to; its conditions are
/// asked. The child of the same step is one execution, however often it is started.
public final class StartWorkflow implements Action {
  /// It is woken by the child's end; this is how long it sleeps in case that was lost.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private static final String CHILD = "execution_id";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "start_workflow",
          "Starts another workflow for the same subject.",
          Repeat.SAFE,
          List.of(
              required("workflow", TEXT, "the id of the workflow"),
              optional(
                  "wait",
                  BOOLEAN,
                  "true to go on when it has ended, and fail if it fails; false when left out")));

  private final Supplier<? extends ChildWorkflows> children;

  /// Starts by this.
  ///
  /// @param children asked for when there is something to start
  public StartWorkflow(Supplier<? extends ChildWorkflows> children) {
    this.children = children;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    if (call.execution().cause().depth() >= Cause.MAX_DEPTH) {
      return failed(
          "too_deep", "No more than %d workflows start one another".formatted(Cause.MAX_DEPTH));
    }
    var id = call.required("workflow");
    if (!WorkflowId.isValid(id)) {
      return failed("unknown_workflow", "No workflow has the id '%s'".formatted(id));
    }
    var waiting = waits(call) ? Waiting.FOR_ITS_END : Waiting.NOT;
    var workflow = new WorkflowId(id);
    return switch (children
        .get()
        .start(workflow, call.execution(), call.step(), waiting, call.now())) {
      case Child.Unknown unknown ->
          failed("unknown_workflow", "No workflow has the id '%s'".formatted(id));
      case Child.NotStarted(var because) -> new Outcome.Done(Map.of("skipped", because));
      case Child.Started(var child) -> waiting == Waiting.NOT ? started(child) : awaited(child);
    };
  }

  private static boolean waits(Call call) {
    return call.text("wait").filter("true"::equals).isPresent();
  }

  private Outcome awaited(ExecutionId id) {
    var child = children.get().find(id);
    if (child.isEmpty() || !child.get().state().isFinal()) {
      return new Outcome.Pending(LOOK_AGAIN, "execution " + id, Map.of(CHILD, id.value()));
    }
    return child.get().state() == ExecutionState.SUCCEEDED
        ? started(id)
        : failed("child_failed", "Execution %s: %s".formatted(id, because(child.get())));
  }

  private static String because(Execution child) {
    return child.ending().map(ending -> ending.because()).orElse("it did not succeed");
  }

  private static Outcome started(ExecutionId child) {
    return new Outcome.Done(Map.of(CHILD, child.value()));
  }

  private static Outcome failed(String code, String reason) {
    return new Outcome.Failed(new Failure.Permanent(code, reason), Map.of());
  }
}
