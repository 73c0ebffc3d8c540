package dev.bellwether.domain.execution;

/// Where an execution stands: `queued → running ⇄ waiting →` one of the final states.
public enum ExecutionState {
  QUEUED,
  RUNNING,
  WAITING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  TIMED_OUT;

  /// Tells whether nothing more will happen to the execution.
  public boolean isFinal() {
    return switch (this) {
      case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT -> true;
      case QUEUED, RUNNING, WAITING -> false;
    };
  }
}
