package dev.bellwether.usecase;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.ClockStore;
import java.util.List;
import java.util.Optional;

/// Knows which subjects are open and what was last seen of each: their clocks tell.
public final class OpenSubjects {
  private final ClockReader open;
  private final ClockStore clocks;

  /// Works on these.
  public OpenSubjects(ClockReader open, ClockStore clocks) {
    this.open = open;
    this.clocks = clocks;
  }

  /// Lists those of a kind, the oldest first.
  List<Clock> of(SubjectKind kind, int limit) {
    return open.open(kind, limit);
  }

  /// Finds a subject that was seen, open or not.
  Optional<Clock> find(Subject subject) {
    return Metric.about(subject.kind()).flatMap(m -> clocks.find(new ClockId(m, subject)));
  }

  /// Tells whether a subject is open as far as we know, listed or not.
  boolean isOpen(Subject subject) {
    return find(subject).filter(Clock::isSubjectOpen).isPresent();
  }
}
