package dev.bellwether.adapter.github;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Issues;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHDirection;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueQueryBuilder;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHRepository;

/// Opens issues, and finds its own again by their markers.
///
/// Looks through the newest issues rather than the search, whose index lags behind by minutes: what
/// is asked for was opened moments ago.
public final class GitHubIssues implements Issues {
  private static final int PAGE = 100;
  private static final int LOOKED_THROUGH = 3 * PAGE;

  private final GitHubClient client;

  /// Works on this.
  public GitHubIssues(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome create(String repository, String marker, Draft draft) {
    return client.inRepository(repository, (bound, as) -> opened(open(bound, marker, draft)));
  }

  @Override
  public Outcome createOnce(String repository, String marker, Draft draft) {
    return client.inRepository(
        repository,
        (bound, as) -> {
          var ours = find(bound, marker);
          return opened(ours.isPresent() ? ours.get() : open(bound, marker, draft));
        });
  }

  private static GHIssue open(GHRepository repository, String marker, Draft draft)
      throws IOException {
    var issue = repository.createIssue(draft.title()).body(Marker.below(draft.body(), marker));
    draft.labels().forEach(issue::label);
    draft.assignees().forEach(issue::assignee);
    return issue.create();
  }

  private static Optional<GHIssue> find(GHRepository repository, String key) {
    var marker = Marker.of(key);
    var seen = 0;
    for (var issue : newest(repository)) {
      if (issue.getBody() != null && issue.getBody().contains(marker)) {
        return Optional.of(issue);
      }
      if (++seen == LOOKED_THROUGH) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Iterable<GHIssue> newest(GHRepository repository) {
    return repository
        .queryIssues()
        .state(GHIssueState.ALL)
        .sort(GHIssueQueryBuilder.Sort.CREATED)
        .direction(GHDirection.DESC)
        .pageSize(PAGE)
        .list();
  }

  private static Outcome opened(GHIssue issue) {
    return new Outcome.Done(
        Map.of("number", issue.getNumber(), "url", issue.getHtmlUrl().toString()));
  }
}
