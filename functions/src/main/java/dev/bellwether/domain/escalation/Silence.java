package dev.bellwether.domain.escalation;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Truth;
import java.time.Instant;

/// A time in which nobody is told of some incidents: maintenance, a holiday, a known fault.
///
/// What is raised in it and still holds at its end is told then; what came to its end in it is not.
///
/// @param conditions which incidents, by the facts of their subject and `metric`, `level`; all
///   where there are none
/// @param comment why
public record Silence(
    String id, Condition conditions, Instant from, Instant until, String by, String comment) {
  /// @throws IllegalArgumentException unless it ends after it begins
  public Silence {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("A silence ends after it begins");
    }
  }

  /// Tells whether nobody is to be told now of a subject.
  public boolean covers(Facts facts, Instant now) {
    return !now.isBefore(from) && now.isBefore(until) && conditions.test(facts) == Truth.TRUE;
  }

  /// Names it as who keeps an incident quiet.
  public String holder() {
    return "silence " + id;
  }
}
