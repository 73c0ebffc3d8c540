package dev.bellwether.domain.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose doing an event was: a workflow that answers to its own comment would never end.
public sealed interface Origin {
  /// Finds the id of the execution of ours that did it, where what it wrote tells.
  default Optional<String> execution() {
    return Optional.empty();
  }

  /// Somebody else's as far as can be told, or nobody's: a person's, a program's, a schedule's.
  record Others() implements Origin {}

  /// Done by Bellwether's own account, or found to be of its writing.
  ///
  /// @param executionId of the execution that did it; null where nothing tells which
  record Own(@Nullable String executionId) implements Origin {
    @Override
    public Optional<String> execution() {
      return Optional.ofNullable(executionId);
    }
  }
}
