package dev.bellwether.adapter.json;

import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Stage;
import java.util.ArrayList;
import java.util.List;

/// Reads what a workflow does: its actions, some of them in parallel, and those for when it fails.
///
/// Where no id is written, the n-th of all actions is `step-n`, and the n-th of those for a failure
/// `on-failure-n`.
final class DefinitionActions {
  /// Of all actions, and of those for a failure.
  static final int MOST = 50;

  private final DefinitionAction action;

  DefinitionActions(List<ActionSignature> signatures) {
    this.action = new DefinitionAction(signatures);
  }

  /// Reads the plan; faulty actions are left out.
  Plan read(Draft definition) {
    var steps = new DefinitionSteps();
    return new Plan(stages(definition, steps), onFailure(definition, steps));
  }

  private List<Stage> stages(Draft definition, DefinitionSteps steps) {
    definition.require("actions", "a list of what to do, such as [{\"type\": \"add_labels\", …}]");
    var stages = new ArrayList<Stage>();
    var number = 0;
    for (var entry : definition.objects("actions")) {
      var members = entry.has("parallel") ? parallel(entry) : List.of(entry);
      var actions = new ArrayList<ActionSpec>();
      for (var member : members) {
        action.read(member, "step-" + ++number, steps).ifPresent(actions::add);
      }
      steps.end();
      if (!actions.isEmpty()) {
        stages.add(new Stage(actions));
      }
    }
    if (definition.has("actions") && (number > MOST || definition.list("actions").isEmpty())) {
      definition.fault("actions must be a list of 1 to %d".formatted(MOST), "actions");
    }
    return stages;
  }

  private static List<Draft> parallel(Draft group) {
    var members = group.objects("parallel");
    if (group.value("parallel").filter(value -> value.isArray() && value.isEmpty()).isPresent()) {
      group.fault("parallel needs at least one action", "parallel");
    }
    group.refuseOthers();
    return members;
  }

  private List<ActionSpec> onFailure(Draft definition, DefinitionSteps steps) {
    var actions = new ArrayList<ActionSpec>();
    var number = 0;
    for (var entry : definition.objects("on_failure")) {
      action.read(entry, "on-failure-" + ++number, steps).ifPresent(actions::add);
      steps.end();
    }
    if (number > MOST) {
      definition.fault("on_failure has at most %d actions".formatted(MOST), "on_failure");
    }
    return actions;
  }
}
