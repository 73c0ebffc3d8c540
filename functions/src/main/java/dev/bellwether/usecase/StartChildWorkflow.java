package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.port.ChildWorkflows;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.WorkflowStore;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Starts a workflow for a step of another's execution, one link further down the chain; its end is
/// told to that execution.
public final class StartChildWorkflow implements ChildWorkflows {
  private final WorkflowStore workflows;
  private final ExecutionReader executions;
  private final StartWorkflows startWorkflows;

  /// Works on these.
  public StartChildWorkflow(
      WorkflowStore workflows, ExecutionReader executions, StartWorkflows startWorkflows) {
    this.workflows = workflows;
    this.executions = executions;
    this.startWorkflows = startWorkflows;
  }

  @Override
  public Child start(WorkflowId id, Execution parent, Step step, Waiting waiting, Instant now) {
    return workflows
        .find(id)
        .map(workflow -> start(workflow, parent, step, waiting, now))
        .orElseGet(Child.Unknown::new);
  }

  @Override
  public Optional<Execution> find(ExecutionId id) {
    return executions.find(id);
  }

  private Child start(
      Workflow workflow, Execution parent, Step step, Waiting waiting, Instant now) {
    var event = new Event("start_workflow", Set.of(), parent.subject(), parent.facts(), now);
    var caller = new Cause.Parent(parent.id(), step.action().id());
    var started =
        Cause.of("execution:%s/%s".formatted(caller.execution(), caller.step()), event.name())
            .atDepth(parent.cause().depth() + 1);
    var cause = waiting == Waiting.FOR_ITS_END ? started.awaitedBy(caller) : started;
    var result = startWorkflows.directly(workflow, event, cause, now);
    return Stream.concat(result.started().stream(), result.known().stream())
        .findFirst()
        .<Child>map(Child.Started::new)
        .orElseGet(() -> new Child.NotStarted(because(workflow, result)));
  }

  private static String because(Workflow workflow, StartWorkflows.Result result) {
    return result.decisions().stream()
        .findFirst()
        .map(Decision::explanation)
        .filter(explanation -> explanation.truth() != Truth.TRUE)
        .map(Because::not)
        .orElseGet(
            () ->
                workflow.state() == WorkflowState.ACTIVE
                    ? "It did not start"
                    : "It is " + workflow.state().name().toLowerCase(Locale.ROOT));
  }
}
