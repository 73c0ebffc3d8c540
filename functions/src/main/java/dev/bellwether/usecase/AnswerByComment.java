package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.execution.Signal.Kind;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.usecase.AnswerApproval.Standing;
import dev.bellwether.usecase.port.Approvals;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes a comment that begins with `/approve` or `/reject` for the answer to what waits for one on
/// its pull request or issue. What follows on the first line is the answer's comment.
///
/// Any other event costs nothing; such a comment costs a query.
public final class AnswerByComment {
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
    CommentCommand.of(event)
        .ifPresent(
            command -> answer(command, now).ifPresent(said -> answerAll(event, command, said)));
  }

  private void answerAll(Event event, CommentCommand command, Signal answer) {
    var standing = command.mayWrite() ? Standing.MAY_WRITE : Standing.OTHER;
    for (var waiting : approvals.awaitedOn(event.subject())) {
      answerApproval.of(waiting.id(), answer, standing);
    }
  }

  private static Optional<Signal> answer(CommentCommand said, Instant now) {
    var command = COMMAND.matcher(said.line());
    if (!command.matches()) {
      return Optional.empty();
    }
    var kind = command.group(1).equals("approve") ? Kind.APPROVE : Kind.REJECT;
    var comment = Optional.ofNullable(command.group(2)).map(String::strip).orElse("");
    var cut = comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT));
    return Optional.of(new Signal(kind, null, said.by(), now, cut));
  }
}
