package dev.bellwether.domain.execution;

/// Where a step stands.
public enum StepState {
  PENDING,
  RUNNING,
  WAITING,
  SUCCEEDED,
  FAILED,
  SKIPPED,
  CANCELLED;

  /// Tells whether nothing more will happen to the step.
  public boolean isFinal() {
    return switch (this) {
      case SUCCEEDED, FAILED, SKIPPED, CANCELLED -> true;
      case PENDING, RUNNING, WAITING -> false;
    };
  }
}
