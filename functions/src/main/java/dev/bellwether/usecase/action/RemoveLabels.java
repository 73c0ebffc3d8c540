package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Labels;
import java.util.List;
import java.util.Map;

/// Takes labels off the pull request or issue; those that are not there are fine.
public final class RemoveLabels implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "remove_labels",
          "Takes labels off the pull request or issue.",
          Repeat.SAFE,
          List.of(required("labels", TEXTS, "the names of the labels")));

  private final Labels labels;

  /// Labels by this.
  public RemoveLabels(Labels labels) {
    this.labels = labels;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var names = call.filled("labels");
    for (var name : names) {
      var outcome = labels.remove(call.conversation(), name);
      if (!(outcome instanceof Outcome.Done)) {
        return outcome;
      }
    }
    return new Outcome.Done(Map.of("removed", names));
  }
}
