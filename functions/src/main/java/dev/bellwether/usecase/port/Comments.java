package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;

/// Writes comments on pull requests and issues; each carries a hidden marker to be found by.
public interface Comments {
  /// Writes a new comment.
  Outcome post(Subject subject, String marker, String body);

  /// Writes the comment unless one with its marker is there already.
  Outcome postOnce(Subject subject, String marker, String body);

  /// Writes the comment, or makes the one with its marker read like this.
  Outcome upsert(Subject subject, String marker, String body);
}
