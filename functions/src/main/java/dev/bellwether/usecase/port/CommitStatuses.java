package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;

/// Sets commit statuses.
public interface CommitStatuses {
  /// Sets the status a commit has in a context, in place of the one before.
  Outcome set(String repository, String sha, CommitStatus status);

  /// A status.
  ///
  /// @param state `error`, `failure`, `pending` or `success`
  /// @param description at most 140 characters are shown; longer ones are cut
  record CommitStatus(String state, String context, String description) {}
}
