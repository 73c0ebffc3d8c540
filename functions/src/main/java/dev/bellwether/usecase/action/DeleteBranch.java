package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Branches;
import java.util.List;
import java.util.Map;

/// Removes a branch, but never the default branch or a protected one; one that is gone is fine.
///
/// The head of a pull request from a fork is in a repository that is not ours: it stays, and that
/// is a success, for a rule that clears up after merges is not broken because a fork was merged.
public final class DeleteBranch implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "delete_branch",
          "Removes a branch; never the default branch or a protected one.",
          Repeat.SAFE,
          List.of(
              optional(
                  "name", TEXT, "the name of the branch; the pull request's head when left out")));

  private final Branches branches;

  /// Removes branches by this.
  public DeleteBranch(Branches branches) {
    this.branches = branches;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    if (call.text("name").isEmpty() && Ref.isInFork(call)) {
      return new Outcome.Done(Map.of("skipped", "The branch is in a fork"));
    }
    return Ref.of(call, "name", "head_branch")
        .map(name -> branches.delete(call.subject().repository(), name))
        .orElseGet(
            () ->
                Outcome.failedForGood(
                    "bad_parameters", "It is not known which branch is to be removed"));
  }
}
