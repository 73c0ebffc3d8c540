package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.Comments;
import dev.bellwether.usecase.port.Items;
import dev.bellwether.usecase.port.Items.State;
import java.util.List;
import java.util.Set;

/// Closes or reopens an issue or a pull request, and says why first where it is told to.
///
/// Three action types that differ in what they are for, so that a workflow about pull requests
/// which is met by an issue does not close it.
public final class MoveItem implements Action {
  private final ActionSignature signature;
  private final Set<SubjectKind> kinds;
  private final State state;
  private final Items items;
  private final Comments comments;

  private MoveItem(
      String type,
      String description,
      Set<SubjectKind> kinds,
      State state,
      Items items,
      Comments comments) {
    this.signature =
        new ActionSignature(
            type,
            description,
            Repeat.ASK_FIRST,
            List.of(
                optional("comment", TEXT, "what is said first, in Markdown")
                    .escapedFor(Escape.MARKDOWN)));
    this.kinds = kinds;
    this.state = state;
    this.items = items;
    this.comments = comments;
  }

  /// Closes issues.
  public static MoveItem closeIssue(Items items, Comments comments) {
    return new MoveItem(
        "close_issue",
        "Closes the issue.",
        Set.of(SubjectKind.ISSUE),
        State.CLOSED,
        items,
        comments);
  }

  /// Closes pull requests, unmerged.
  public static MoveItem closePr(Items items, Comments comments) {
    return new MoveItem(
        "close_pr",
        "Closes the pull request without merging it.",
        Set.of(SubjectKind.PR),
        State.CLOSED,
        items,
        comments);
  }

  /// Reopens both.
  public static MoveItem reopen(Items items, Comments comments) {
    return new MoveItem(
        "reopen",
        "Reopens the issue or pull request.",
        Set.of(SubjectKind.ISSUE, SubjectKind.PR),
        State.OPEN,
        items,
        comments);
  }

  @Override
  public ActionSignature signature() {
    return signature;
  }

  @Override
  public Outcome perform(Call call) {
    var item = call.conversation();
    if (!kinds.contains(item.kind())) {
      return Outcome.failedForGood(
          "bad_subject", "%s cannot do this to %s".formatted(signature.type(), item));
    }
    var text = call.text("comment").filter(comment -> !comment.isBlank());
    if (text.isPresent()) {
      var said =
          call.isRepeat()
              ? comments.postOnce(item, call.key(), text.get())
              : comments.post(item, call.key(), text.get());
      if (!(said instanceof Outcome.Done)) {
        return said;
      }
    }
    return items.move(item, state);
  }
}
