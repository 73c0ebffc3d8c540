package dev.bellwether.domain.execution;

/// Where an execution that is carried out once more begins.
public enum ReplayFrom {
  /// Everything is done again.
  START,
  /// What was done is kept, results included; it goes on with what failed.
  FAILED_STEP
}
