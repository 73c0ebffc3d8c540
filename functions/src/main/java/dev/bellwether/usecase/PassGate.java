package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import java.time.Instant;

/// Lets an execution begin, or not: what has to be asked before its first step and would cost
/// whoever starts it too much.
public final class PassGate {

  /// How it came out.
  public sealed interface Passage {
    /// It may begin; it has no gate any more.
    record Passed(Execution execution) implements Passage {}

    /// Not yet: ask again then.
    ///
    /// @param because what is waited for, for people
    record Later(Instant until, String because) implements Passage {}

    /// It is not to begin at all.
    ///
    /// @param execution with what was found out about it
    record Refused(Execution execution, String because) implements Passage {}
  }

  /// Asks for an execution that has not begun.
  public Passage of(Execution execution, Instant now) {
    return new Passage.Passed(execution.passed(execution.facts(), execution.explanation()));
  }
}
