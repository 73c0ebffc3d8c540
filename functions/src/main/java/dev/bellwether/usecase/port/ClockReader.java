package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.workflow.SubjectKind;
import java.util.List;

/// Reads clocks of subjects that are still open, for people and for scheduled workflows.
public interface ClockReader {
  /// Lists the clocks about a kind of subject, the oldest first; a stopped clock is listed until
  /// its subject is closed.
  default List<Clock> open(SubjectKind kind, int limit) {
    return open(List.of(kind), "", limit).items();
  }

  /// Lists a part of the clocks about some kinds of subjects, the oldest first.
  ///
  /// @param after where the part before ended; empty at the start
  Slice<Clock> open(List<SubjectKind> kinds, String after, int limit);
}
