package dev.bellwether.local.sandbox;

import java.time.Instant;

/// A run of a workflow of GitHub Actions, at its newest attempt.
///
/// @param workflow the name of its file, or what else it was started by
/// @param event what set it off: `workflow_dispatch`, `push`
/// @param conclusion empty while it goes on
record Run(
    long id,
    String workflow,
    String event,
    String branch,
    String sha,
    String actor,
    int attempt,
    String status,
    String conclusion,
    Instant createdAt) {

  /// The next attempt, not begun.
  Run again() {
    return new Run(id, workflow, event, branch, sha, actor, attempt + 1, "queued", "", createdAt);
  }
}
