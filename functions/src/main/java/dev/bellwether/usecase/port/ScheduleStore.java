package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.Workflow;
import java.time.Instant;
import java.util.List;

/// Knows which scheduled workflows are due. Kept by [WorkflowStore#save].
public interface ScheduleStore {
  /// Lists active and shadow workflows due at or before an instant.
  List<Due> due(Instant now, int limit);

  /// Moves a workflow's due instant on, unless a racing checker already has.
  ///
  /// @return false when it had
  boolean advance(Due due, Instant next);

  /// A workflow and the instant it was due.
  record Due(Workflow workflow, Instant at) {}
}
