package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Stage;
import java.util.List;

/// Writes what a definition does, under `actions` and `on_failure`, and reads it.
final class PlanJson {
  private PlanJson() {}

  static void put(ObjectNode definition, Plan plan) {
    Fields.putList(definition, "actions", plan.stages(), PlanJson::write);
    if (!plan.onFailure().isEmpty()) {
      Fields.putList(definition, "on_failure", plan.onFailure(), ActionJson::write);
    }
  }

  static Plan read(JsonNode definition) {
    return new Plan(
        Fields.list(definition, "actions", PlanJson::readStage),
        definition.has("on_failure")
            ? Fields.list(definition, "on_failure", ActionJson::read)
            : List.of());
  }

  private static ObjectNode write(Stage stage) {
    if (!stage.isParallel()) {
      return ActionJson.write(stage.actions().getFirst());
    }
    var json = Json.object();
    Fields.putList(json, "parallel", stage.actions(), ActionJson::write);
    return json;
  }

  private static Stage readStage(JsonNode json) {
    return json.has("parallel")
        ? new Stage(Fields.list(json, "parallel", ActionJson::read))
        : Stage.of(ActionJson.read(json));
  }
}
