package dev.bellwether.adapter.github;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Issues;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHDirection;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueQueryBuilder;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHUser;

/// Opens issues, and finds its own again by their markers.
///
/// Looks through the newest issues rather than the search, whose index lags behind by minutes: what
/// is asked for was opened moments ago.
///
/// Anybody can open an issue with our marker in it, so its author must be us.
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
          var ours = find(bound, marker, as);
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

  private Optional<GHIssue> find(GHRepository repository, String key, Access as)
      throws IOException {
    var marker = Marker.of(key);
    var seen = 0;
    for (var issue : newest(repository)) {
      if (issue.getBody() != null && issue.getBody().contains(marker) && isOurs(issue, as)) {
        return Optional.of(issue);
      }
      if (++seen == LOOKED_THROUGH) {
        break;
      }
    }
    return Optional.empty();
  }

  /// Where all we have is a token, GitHub is asked whose it is, but only once a marker is found.
  /// That of an App may not ask, so any App's issue counts: no stranger's name ends as an App's
  /// does.
  private boolean isOurs(GHIssue issue, Access as) throws IOException {
    @Nullable GHUser author = issue.getUser();
    if (author == null) {
      return false;
    }
    var login = author.getLogin();
    var isSomeApp = as.author().isEmpty() && login.endsWith("[bot]");
    return isSomeApp || login.equals(client.self(as));
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
