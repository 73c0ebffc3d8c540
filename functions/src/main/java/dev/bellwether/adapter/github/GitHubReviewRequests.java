package dev.bellwether.adapter.github;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.ReviewRequests;
import java.util.List;

/// Asks for reviews: one request for all users, one for all teams.
public final class GitHubReviewRequests implements ReviewRequests {
  private final GitHubClient client;

  /// Works on this.
  public GitHubReviewRequests(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome request(Subject pullRequest, List<String> users, List<String> teams) {
    return client.onPullRequest(
        pullRequest,
        users,
        teams,
        (bound, as) -> {
          if (!users.isEmpty()) {
            bound.requestReviewers(bound.getRequestedReviewers());
          }
          if (!teams.isEmpty()) {
            bound.requestTeamReviewers(bound.getRequestedTeams());
          }
          return Outcome.done();
        });
  }
}
