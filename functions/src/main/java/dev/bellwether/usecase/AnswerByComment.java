package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.execution.Signal.Kind;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.usecase.AnswerApproval.Standing;
import dev.bellwether.usecase.port.Approvals;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes a comment that begins with `/approve` or `/reject` for the answer to what waits for one on
/// its pull request or issue. What follows on the first line is the answer's comment.
///
/// Any other event costs nothing; such a comment costs a query.
public final class AnswerByComment {
  private static final Set<TriggerType> COMMENTS =
      Set.of(new TriggerType("pr_comment"), new TriggerType("issue_comment"));

  /// GitHub's words for those who may write:
  /// <https://docs.github.com/en/graphql/reference/enums#commentauthorassociation>.
  private static final Set<String> WRITERS = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  private static final Pattern COMMAND = Pattern.compile("/(approve|reject)(?:[ \\t]+(.*))?");
  private static final int LONGEST_COMMENT = 500;

  private final Approvals approvals;
  private final AnswerApproval answerApproval;

  /// Works on these.
  public AnswerByComment(Approvals approvals, AnswerApproval answerApproval) {
    this.approvals = approvals;
    this.answerApproval = answerApproval;
  }

  /// Takes an event, which may be a comment, and that a command.
  public void on(Event event, Instant now) {
    if (event.triggers().stream().anyMatch(COMMENTS::contains)) {
      answer(event.facts(), now).ifPresent(answer -> answerAll(event, answer));
    }
  }

  private void answerAll(Event event, Signal answer) {
    var association = event.facts().text("event.comment.author_association").orElse("");
    var standing = WRITERS.contains(association) ? Standing.MAY_WRITE : Standing.OTHER;
    for (var waiting : approvals.awaitedOn(event.subject())) {
      answerApproval.of(waiting.id(), answer, standing);
    }
  }

  private static Optional<Signal> answer(Facts facts, Instant now) {
    var firstLine = facts.text("comment").orElse("").strip().lines().findFirst().orElse("");
    var command = COMMAND.matcher(firstLine);
    var by = facts.text("commenter");
    if (!command.matches() || by.isEmpty()) {
      return Optional.empty();
    }
    var kind = command.group(1).equals("approve") ? Kind.APPROVE : Kind.REJECT;
    var comment = Optional.ofNullable(command.group(2)).map(String::strip).orElse("");
    var cut = comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT));
    return Optional.of(new Signal(kind, null, by.get(), now, cut));
  }
}
