package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import java.util.Optional;

/// Merges pull requests, each only if its head is still the commit that was judged.
public interface Merges {
  /// Merges it now. One that is merged already is done.
  Answer merge(Subject pullRequest, Merge merge);

  /// Has GitHub merge it as soon as its rules are met, by the merge queue where its base branch has
  /// one; one that meets them is merged now.
  ///
  /// The head is checked when this is asked for: what is pushed later by somebody who may write to
  /// the repository is merged, too, once it meets the rules.
  Outcome mergeWhenReady(Subject pullRequest, Merge merge);

  /// Merges the base branch into the pull request's own; one that lacks nothing of it is done.
  ///
  /// @param sha the head that was judged
  Outcome update(Subject pullRequest, String sha);

  /// How to merge.
  ///
  /// @param method `merge`, `squash` or `rebase`
  /// @param sha the head that was judged
  /// @param title of the commit; GitHub's own where there is none
  /// @param message of the commit, below the title; GitHub's own where there is none
  record Merge(String method, String sha, Optional<String> title, Optional<String> message) {}

  /// What came of it.
  sealed interface Answer {
    /// It is merged, or cannot be.
    record Settled(Outcome outcome) implements Answer {}

    /// Its branch's rules are not met, which may change: checks run, an approval is missing.
    ///
    /// @param because in GitHub's words
    record Blocked(String because) implements Answer {}
  }
}
