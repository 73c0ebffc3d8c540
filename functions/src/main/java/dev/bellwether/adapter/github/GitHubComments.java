package dev.bellwether.adapter.github;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.Comments;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.github.GHCommentAuthorAssociation;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueComment;

/// Writes comments, and finds its own again by their markers.
///
/// A marker that a stranger copied into a comment of theirs is not taken for ours: an App knows its
/// own name; with a token, the author must be somebody the repository trusts, or an App on it.
public final class GitHubComments implements Comments {
  private static final Set<GHCommentAuthorAssociation> TRUSTED =
      EnumSet.of(
          GHCommentAuthorAssociation.OWNER,
          GHCommentAuthorAssociation.MEMBER,
          GHCommentAuthorAssociation.COLLABORATOR);

  private final GitHubClient client;

  /// Works on this.
  public GitHubComments(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome post(Subject subject, String marker, String body) {
    return client.onIssue(
        subject, (issue, as) -> written(issue.comment(Marker.below(body, marker))));
  }

  @Override
  public Outcome postOnce(Subject subject, String marker, String body) {
    return client.onIssue(
        subject,
        (issue, as) -> {
          var ours = find(issue, marker, as);
          return written(ours.isPresent() ? ours.get() : issue.comment(Marker.below(body, marker)));
        });
  }

  @Override
  public Outcome upsert(Subject subject, String marker, String body) {
    return client.onIssue(
        subject,
        (issue, as) -> {
          var whole = Marker.below(body, marker);
          var ours = find(issue, marker, as);
          if (ours.isEmpty()) {
            return written(issue.comment(whole));
          }
          if (!whole.equals(ours.get().getBody())) {
            ours.get().update(whole);
          }
          return written(ours.get());
        });
  }

  private static Optional<GHIssueComment> find(GHIssue issue, String key, Access as)
      throws IOException {
    var marker = Marker.of(key);
    for (var comment : issue.listComments().withPageSize(100)) {
      if (comment.getBody().contains(marker) && isOurs(comment, as)) {
        return Optional.of(comment);
      }
    }
    return Optional.empty();
  }

  private static boolean isOurs(GHIssueComment comment, Access as) {
    var author = author(comment);
    return as.author()
        .map(author::equals)
        .orElseGet(
            () -> TRUSTED.contains(comment.getAuthorAssociation()) || author.endsWith("[bot]"));
  }

  /// `getUser`, which the library would rather have, asks GitHub for each of them.
  @SuppressWarnings("deprecation")
  private static String author(GHIssueComment comment) {
    return comment.getUserName();
  }

  private static Outcome written(GHIssueComment comment) {
    return new Outcome.Done(
        Map.of("comment_id", comment.getId(), "url", comment.getHtmlUrl().toString()));
  }
}
