package dev.bellwether.usecase.action;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Merges;
import java.util.List;

/// Brings the pull request's branch up to date with its base, unless somebody has pushed to it
/// since it was judged; one that is up to date is fine.
public final class UpdateBranch implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "update_branch",
          "Merges the base branch into the pull request's branch.",
          Repeat.SAFE,
          List.of());

  private final Merges merges;

  /// Merges by this.
  public UpdateBranch(Merges merges) {
    this.merges = merges;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    return Ref.judged(call, sha -> merges.update(call.conversation(), sha));
  }
}
