package dev.bellwether.usecase;

import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import java.util.Optional;
import java.util.Set;

/// The first line of a comment that begins with a slash.
///
/// @param line without what blank is around it
/// @param by the login of who wrote it
/// @param mayWrite whether they may write to the repository
record CommentCommand(String line, String by, boolean mayWrite) {
  private static final Set<TriggerType> COMMENTS =
      Set.of(new TriggerType("pr_comment"), new TriggerType("issue_comment"));

  /// GitHub's words for those who may write:
  /// <https://docs.github.com/en/graphql/reference/enums#commentauthorassociation>.
  private static final Set<String> WRITERS = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  /// Reads an event; nothing when it is no comment, or that is no command.
  static Optional<CommentCommand> of(Event event) {
    if (event.triggers().stream().noneMatch(COMMENTS::contains)) {
      return Optional.empty();
    }
    var facts = event.facts();
    var line = facts.text("comment").orElse("").strip().lines().findFirst().orElse("").strip();
    var association = facts.text("event.comment.author_association").orElse("");
    return facts
        .text("commenter")
        .filter(by -> line.startsWith("/"))
        .map(by -> new CommentCommand(line, by, WRITERS.contains(association)));
  }
}
