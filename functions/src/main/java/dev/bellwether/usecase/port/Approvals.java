package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.Subject;
import java.util.List;

/// Finds executions that somebody is to approve of.
public interface Approvals {
  /// Lists those about a subject, the oldest first; may be a moment old.
  List<Execution> awaitedOn(Subject subject);
}
