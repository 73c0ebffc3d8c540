package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Items;
import java.util.List;

/// Assigns people to the issue or pull request, beside those who are.
public final class AssignIssue implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "assign_issue",
          "Assigns people to the issue or pull request.",
          Repeat.SAFE,
          List.of(required("assignees", TEXTS, "the logins of who is to see to it")));

  private final Items items;

  /// Assigns by this.
  public AssignIssue(Items items) {
    this.items = items;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var logins = call.names("assignees");
    return logins.isEmpty()
        ? Outcome.failedForGood(
            "bad_parameters", "The parameter assignees names nobody: what fills it is empty")
        : items.assign(call.conversation(), logins);
  }
}
