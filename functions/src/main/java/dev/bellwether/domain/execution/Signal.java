package dev.bellwether.domain.execution;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody says to an execution under way.
///
/// @param step the id of the step it is meant for; null where it is meant for the whole execution
/// @param by who says so: a login, the name of a token, `workflow <id>`
/// @param comment in their words; empty where there are none
public record Signal(Kind kind, @Nullable String step, String by, Instant at, String comment) {

  /// What can be said.
  public enum Kind {
    CANCEL,
    APPROVE,
    REJECT,
    /// An execution that a step started has ended; who says so is its id.
    CHILD_ENDED
  }

  /// Asks for the whole execution to end before its next action.
  public static Signal cancel(String by, Instant at, String why) {
    return new Signal(Kind.CANCEL, null, by, at, why);
  }

  /// Finds the step it is meant for.
  public Optional<String> ifForStep() {
    return Optional.ofNullable(step);
  }
}
