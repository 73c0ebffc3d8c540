package dev.bellwether.adapter.github;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.Labels;
import java.util.List;
import java.util.Map;

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

  /// Speaks to GitHub itself: the library leaves the slash of a label such as `size/M` in the path.
  @Override
  public Outcome remove(Subject subject, String name) {
    return client.talk(
        subject.repository(),
        (gitHub, as) -> {
          try {
            var label = GitHubJson.segment(name);
            gitHub.send("DELETE", "/issues/%s/labels/%s".formatted(subject.key(), label));
          } catch (Refused refused) {
            if (refused.status() != 404) {
              throw refused;
            }
          }
          return Outcome.done();
        },
        failure -> new Outcome.Failed(failure, Map.of()));
  }
}
