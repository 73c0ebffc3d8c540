package dev.bellwether.adapter.github;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.CommitStatuses;
import java.util.Locale;
import org.kohsuke.github.GHCommitState;

/// Sets commit statuses, one request each.
public final class GitHubCommitStatuses implements CommitStatuses {
  private static final int LONGEST_DESCRIPTION = 140;

  private final GitHubClient client;

  /// Works on this.
  public GitHubCommitStatuses(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome set(String repository, String sha, CommitStatus status) {
    return client.inRepository(
        repository,
        (bound, as) -> {
          bound.createCommitStatus(
              sha,
              GHCommitState.valueOf(status.state().toUpperCase(Locale.ROOT)),
              null,
              Notice.cut(status.description(), LONGEST_DESCRIPTION),
              status.context());
          return Outcome.done();
        });
  }
}
