package dev.bellwether.domain.workflow;

/// Whether a workflow acts: `shadow` is evaluated and recorded, but its actions are not carried
/// out.
public enum WorkflowState {
  ACTIVE,
  SHADOW,
  PAUSED
}
