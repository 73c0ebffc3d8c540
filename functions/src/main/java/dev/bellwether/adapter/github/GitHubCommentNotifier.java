package dev.bellwether.adapter.github;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.usecase.port.Comments;
import dev.bellwether.usecase.port.Notifier;

/// Brings notices to the pull request or issue where people talk about what they are about, each
/// once.
public final class GitHubCommentNotifier implements Notifier {
  private final Comments comments;

  /// Writes by this.
  public GitHubCommentNotifier(Comments comments) {
    this.comments = comments;
  }

  @Override
  public String channel() {
    return "github_comment";
  }

  @Override
  public Outcome deliver(Notice notice) {
    var title = "**" + Escape.MARKDOWN.apply(notice.title()) + "**";
    var text = Escape.MARKDOWN.apply(notice.text());
    return comments.postOnce(
        notice.conversation(), notice.key(), text.isBlank() ? title : title + "\n\n" + text);
  }
}
