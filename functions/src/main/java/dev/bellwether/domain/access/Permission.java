package dev.bellwether.domain.access;

/// What somebody may be allowed to do.
public enum Permission {
  /// See workflows, executions, clocks, incidents and what else there is.
  READ,
  /// Report what an agent does, as that agent.
  REPORT,
  /// Take care of what goes on: executions, approvals, incidents, silences, failed messages.
  STEER,
  /// Change what goes on from now on: workflows, promises, rotations.
  WRITE,
  /// Give and take access, and see who did what.
  ADMINISTER
}
