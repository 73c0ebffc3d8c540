package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;

/// Shows check runs beside commits. GitHub lets only Apps do so.
public interface CheckRuns {
  /// Makes our check run of that name on a commit, or changes the one there is.
  Outcome set(String repository, String sha, CheckRun run);

  /// A check run.
  ///
  /// @param state `pending`, which is shown as being in progress, `success`, `failure` or `error`
  /// @param title one line
  /// @param summary in Markdown; may be empty
  record CheckRun(String name, String state, String title, String summary) {}
}
