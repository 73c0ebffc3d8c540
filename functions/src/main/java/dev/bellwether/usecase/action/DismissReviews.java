package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.usecase.port.Reviews;
import java.util.List;

/// Takes approvals of the pull request back, as after a push; where there are none, that is fine.
public final class DismissReviews implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "dismiss_reviews",
          "Dismisses approvals of the pull request.",
          Repeat.SAFE,
          List.of(
              required("message", TEXT, "why, in Markdown; GitHub shows it beside the review")
                  .escapedFor(Escape.MARKDOWN),
              optional("reviewers", TEXTS, "the logins of whose; everybody's when left out")));

  private final Reviews reviews;

  /// Dismisses by this.
  public DismissReviews(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    return reviews.dismiss(call.conversation(), call.required("message"), call.names("reviewers"));
  }
}
