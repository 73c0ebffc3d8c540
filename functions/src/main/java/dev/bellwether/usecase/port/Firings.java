package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Instant;

/// Counts how often workflows fired.
public interface Firings {
  /// Counts a workflow's executions for a subject that were created since an instant, up to a
  /// number; may be a moment old.
  int countSince(Instant since, WorkflowId workflow, Subject subject, int atMost);
}
