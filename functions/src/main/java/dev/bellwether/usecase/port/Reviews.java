package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import java.util.Collection;

/// Reviews pull requests on GitHub in our own name, and takes others' approvals back.
public interface Reviews {
  /// Approves of a pull request as it is at a commit; one that we have approved of there is done.
  ///
  /// @param text in Markdown; may be empty
  Outcome approve(Subject pullRequest, String sha, String text);

  /// Dismisses approvals; where there are none, that is done.
  ///
  /// @param text says why, which GitHub wants to know
  /// @param reviewers whose; everybody's when empty
  Outcome dismiss(Subject pullRequest, String text, Collection<String> reviewers);
}
