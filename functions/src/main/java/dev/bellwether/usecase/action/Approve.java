package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.usecase.port.Reviews;
import java.util.List;

/// Approves of the pull request as it was judged, at the fact `head_sha`; nobody judged what is
/// pushed later, and GitHub shows which commit was approved of.
///
/// What we opened ourselves GitHub does not let us approve of, and that is a failure.
public final class Approve implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "approve",
          "Approves of the pull request, at the commit that was judged.",
          Repeat.SAFE,
          List.of(
              optional("body", TEXT, "what the review says, in Markdown")
                  .escapedFor(Escape.MARKDOWN)));

  private final Reviews reviews;

  /// Approves by this.
  public Approve(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    return Ref.judged(
        call, sha -> reviews.approve(call.conversation(), sha, call.text("body").orElse("")));
  }
}
