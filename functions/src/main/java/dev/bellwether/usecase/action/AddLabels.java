package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Labels;
import java.util.List;
import java.util.Map;

/// Puts labels on the pull request or issue; those that are there already stay.
public final class AddLabels implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "add_labels",
          "Puts labels on the pull request or issue.",
          Repeat.SAFE,
          List.of(required("labels", TEXTS, "the names of the labels")));

  private final Labels labels;

  /// Labels by this.
  public AddLabels(Labels labels) {
    this.labels = labels;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var names = call.filled("labels");
    if (names.isEmpty()) {
      return Outcome.failedForGood(
          "The parameter labels names none: what it is filled from is empty");
    }
    return switch (labels.add(call.conversation(), names)) {
      case Outcome.Done done -> new Outcome.Done(Map.of("labels", names));
      case Outcome.Failed failed -> failed;
      case Outcome.Pending pending -> pending;
    };
  }
}
