package dev.bellwether.domain.execution;

import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Template;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One run of one workflow version for one subject.
///
/// Carries its actions with it, so carrying it out reads nothing else, and a later save of the
/// workflow changes nothing about it.
///
/// @param facts as they were when it was decided; of the payload, what the actions mention
/// @param explanation why the workflow fired; null where no condition was asked (escalation steps)
/// @param wakeAt when a queued or waiting execution is to go on; the sweep looks for those overdue
/// @param deadline when it is given up as `timed_out`
public record Execution(
    ExecutionId id,
    WorkflowId workflow,
    int version,
    String workflowName,
    Cause cause,
    Subject subject,
    Facts facts,
    @Nullable Explanation explanation,
    int priority,
    ExecutionState state,
    List<Step> steps,
    Instant createdAt,
    @Nullable Instant finishedAt,
    Instant wakeAt,
    Instant deadline) {

  public Execution {
    steps = List.copyOf(steps);
  }

  /// Makes the execution that an event starts, not yet begun.
  public static Execution start(
      Workflow workflow, Event event, Cause cause, @Nullable Explanation explanation, Instant now) {
    return new Execution(
        ExecutionId.of(cause.id(), workflow.id(), workflow.version(), event.subject()),
        workflow.id(),
        workflow.version(),
        workflow.name(),
        cause,
        event.subject(),
        event.facts().pruned(mentionedIn(workflow)),
        explanation,
        workflow.priority(),
        ExecutionState.QUEUED,
        workflow.actions().stream().map(Step::pending).toList(),
        now,
        null,
        now,
        now.plus(workflow.timeout()));
  }

  /// Finds the next step to carry out; nothing when all are final.
  public OptionalInt nextStep() {
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).state().isFinal()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /// Replaces one step by what has become of it.
  public Execution withStep(int index, UnaryOperator<Step> change) {
    var changed = new ArrayList<>(steps);
    changed.set(index, change.apply(changed.get(index)));
    return copy(state, changed, finishedAt, wakeAt);
  }

  /// Becomes `running`.
  public Execution running() {
    return copy(ExecutionState.RUNNING, steps, null, wakeAt);
  }

  /// Becomes `waiting` until an instant.
  public Execution waitingUntil(Instant instant) {
    return copy(ExecutionState.WAITING, steps, null, instant);
  }

  /// Ends in a final state; steps that are not final are cancelled.
  public Execution endedAt(Instant now, ExecutionState last) {
    var ended = steps.stream().map(s -> s.state().isFinal() ? s : s.cancelledAt(now)).toList();
    return copy(last, ended, now, wakeAt);
  }

  private static Set<String> mentionedIn(Workflow workflow) {
    return workflow.actions().stream()
        .flatMap(action -> Template.namesIn(action.parameters()).stream())
        .collect(Collectors.toSet());
  }

  private Execution copy(
      ExecutionState newState, List<Step> newSteps, @Nullable Instant end, Instant wake) {
    return new Execution(
        id,
        workflow,
        version,
        workflowName,
        cause,
        subject,
        facts,
        explanation,
        priority,
        newState,
        newSteps,
        createdAt,
        end,
        wake,
        deadline);
  }
}
