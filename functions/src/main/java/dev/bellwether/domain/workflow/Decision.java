package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Truth;

/// Says whether one event fires one workflow, and carries its because.
public record Decision(
    WorkflowId workflow,
    int version,
    String workflowName,
    WorkflowState state,
    Explanation explanation) {

  /// Tells whether the conditions hold; unknown does not fire.
  public boolean fires() {
    return explanation.truth() == Truth.TRUE;
  }

  /// Tells whether an execution is to be started: a shadow workflow's decision is only recorded.
  public boolean starts() {
    return fires() && state == WorkflowState.ACTIVE;
  }

  /// Tells whether more facts could still make it fire.
  public boolean isUndecided() {
    return explanation.truth() == Truth.UNKNOWN && state == WorkflowState.ACTIVE;
  }
}
