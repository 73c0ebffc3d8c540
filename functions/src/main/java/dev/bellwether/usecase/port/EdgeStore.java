package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Workflow;
import java.time.Instant;
import java.util.List;

/// Remembers for which subjects a scheduled workflow's conditions hold, so that it fires once and
/// not at every tick.
public interface EdgeStore {
  /// Remembers that the conditions of this version came to hold.
  ///
  /// @return false when it was remembered already
  boolean raise(Workflow workflow, Edge edge);

  /// Lists what is remembered of this version.
  List<Edge> raised(Workflow workflow);

  /// Forgets, so that the next time fires again.
  void lower(Workflow workflow, Subject subject);

  /// A subject and the tick at which the conditions came to hold for it; the execution's cause.
  record Edge(Subject subject, Instant since) {}
}
