package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;

/// Makes branches and removes them.
public interface Branches {
  /// Makes a branch; one of this name at the same commit is fine, at another it is refused.
  ///
  /// @param from a commit, by all 40 digits, or a branch
  Outcome create(String repository, String name, String from);

  /// Removes a branch; one that is gone is fine. The default branch and protected ones are refused.
  Outcome delete(String repository, String name);
}
