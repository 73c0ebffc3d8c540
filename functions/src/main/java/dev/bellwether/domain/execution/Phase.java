package dev.bellwether.domain.execution;

/// Which part of a plan a step belongs to.
public enum Phase {
  /// What the workflow is for.
  MAIN,
  /// What is done once when that fails.
  ON_FAILURE
}
