package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.usecase.port.Comments;
import java.util.List;

/// Comments on the pull request or issue: anew each time, or by one comment edited in place.
///
/// A new comment carries a marker of its execution and step, by which a repeat finds it. The one
/// that is edited carries a marker of its workflow and step, so every execution for the subject
/// writes the same.
public final class PostComment implements Action {
  private static final String UPSERT = "upsert";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "comment",
          "Comments on the pull request or issue.",
          Repeat.ASK_FIRST,
          List.of(
              required("body", TEXT, "the text, in Markdown").escapedFor(Escape.MARKDOWN),
              optional(
                      "mode",
                      TEXT,
                      "new for another comment each time, the default; upsert for one that is"
                          + " edited in place")
                  .oneOf("new", UPSERT)));

  private final Comments comments;

  /// Comments by this.
  public PostComment(Comments comments) {
    this.comments = comments;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var body = call.required("body");
    if (body.isBlank()) {
      return Outcome.failedForGood("The comment is empty: what its body is filled from is empty");
    }
    if (call.text("mode").filter(UPSERT::equals).isPresent()) {
      var key = call.execution().workflow().id() + "/" + call.step().action().id();
      return comments.upsert(call.conversation(), key, body);
    }
    return call.isRepeat()
        ? comments.postOnce(call.conversation(), call.key(), body)
        : comments.post(call.conversation(), call.key(), body);
  }
}
