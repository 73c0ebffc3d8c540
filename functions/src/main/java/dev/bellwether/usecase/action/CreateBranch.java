package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Branches;
import java.util.List;

/// Makes a branch; one that is there already at the same commit is fine.
public final class CreateBranch implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "create_branch",
          "Makes a branch in the repository.",
          Repeat.SAFE,
          List.of(
              required("name", TEXT, "the name of the new branch"),
              optional(
                  "from",
                  TEXT,
                  "the branch, or the commit by its whole SHA, that it begins at; the default"
                      + " branch when left out")));

  private final Branches branches;

  /// Makes branches by this.
  public CreateBranch(Branches branches) {
    this.branches = branches;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var name = call.required("name").strip();
    var from = Ref.of(call, "from", "default_branch");
    if (name.isEmpty() || from.isEmpty()) {
      return Outcome.failedForGood(
          "bad_parameters",
          "The parameter %s names nothing: what it is filled from is empty"
              .formatted(name.isEmpty() ? "name" : "from"));
    }
    return branches.create(call.subject().repository(), name, from.get());
  }
}
