package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;

/// Writes the steps of executions as JSON and reads them; `action` is the definition's entry in the
/// definition's own keys, `parameters` beside it are as rendered.
final class StepJson {
  private StepJson() {}

  static ObjectNode write(Step step) {
    var json = Json.object();
    json.set("action", ActionJson.write(step.action()));
    json.put("state", Fields.constant(step.state()));
    json.put("attempts", step.attempts());
    Fields.putIfPresent(json, "started_at", step.startedAt());
    Fields.putIfPresent(json, "finished_at", step.finishedAt());
    json.set("parameters", Json.tree(step.parameters()));
    json.set("result", Json.tree(step.result()));
    Fields.putIfPresent(json, "error", step.error());
    return json;
  }

  static Step read(JsonNode json) {
    return new Step(
        ActionJson.read(json.required("action")),
        Fields.constant(json, "state", StepState.class),
        Fields.integer(json, "attempts"),
        Fields.instantOrNull(json, "started_at"),
        Fields.instantOrNull(json, "finished_at"),
        Fields.map(json, "parameters"),
        Fields.map(json, "result"),
        Fields.textOrNull(json, "error"));
  }
}
