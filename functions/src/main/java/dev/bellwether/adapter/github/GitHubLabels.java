package dev.bellwether.adapter.github;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.Labels;
import java.util.List;

/// Puts labels on and takes them off, one request each time; GitHub itself makes the labels that
/// the repository lacks.
public final class GitHubLabels implements Labels {
  private final GitHubClient client;

  /// Works on this.
  public GitHubLabels(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome add(Subject subject, List<String> names) {
    return client.onIssue(
        subject,
        (issue, as) -> {
          issue.addLabels(names.toArray(String[]::new));
          return Outcome.done();
        });
  }

  @Override
  public Outcome remove(Subject subject, String name) {
    return client.onIssue(
        subject,
        (issue, as) -> {
          try {
            issue.removeLabel(name);
          } catch (Refused refused) {
            if (refused.status() != 404) {
              throw refused;
            }
          }
          return Outcome.done();
        });
  }
}
