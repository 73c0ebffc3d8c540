package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Items;
import java.util.List;

/// Sets the milestone of the issue or pull request.
public final class SetMilestone implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "set_milestone",
          "Sets the milestone of the issue or pull request.",
          Repeat.SAFE,
          List.of(
              required(
                  "milestone",
                  TEXT,
                  "the title or the number of an open milestone; none is made")));

  private final Items items;

  /// Sets it by this.
  public SetMilestone(Items items) {
    this.items = items;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var milestone = call.required("milestone").strip();
    return milestone.isEmpty()
        ? Outcome.failedForGood(
            "bad_parameters", "The parameter milestone is empty: what fills it is")
        : items.setMilestone(call.conversation(), milestone);
  }
}
