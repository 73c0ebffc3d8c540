package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.execution.Attempt;
import dev.bellwether.domain.execution.Phase;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;

/// Writes the steps of executions as JSON and reads them; `action` is the definition's entry in the
/// definition's own keys, `parameters` beside it are as rendered.
final class StepJson {
  private StepJson() {}

  static ObjectNode write(Step step) {
    var json = Json.object();
    json.set("action", ActionJson.write(step.action()));
    json.put("phase", Fields.constant(step.phase()));
    json.put("stage", step.stage());
    json.put("state", Fields.constant(step.state()));
    json.put("attempts", step.attempts());
    json.put("pendings", step.pendings());
    Fields.putList(json, "failures", step.failures(), StepJson::write);
    Fields.putIfPresent(json, "started_at", step.startedAt());
    Fields.putIfPresent(json, "finished_at", step.finishedAt());
    Fields.putIfPresent(json, "wake_at", step.wakeAt());
    json.set("parameters", Json.tree(step.parameters()));
    json.set("result", Json.tree(step.result()));
    Fields.putIfPresent(json, "note", step.note());
    return json;
  }

  static Step read(JsonNode json) {
    var pendings = Fields.integer(json, "pendings");
    return new Step(
        ActionJson.read(json.required("action")),
        Fields.constant(json, "phase", Phase.class),
        Fields.integer(json, "stage"),
        Fields.constant(json, "state", StepState.class),
        Fields.integer(json, "attempts") + pendings,
        pendings,
        Fields.list(json, "failures", StepJson::readAttempt),
        Fields.instantOrNull(json, "started_at"),
        Fields.instantOrNull(json, "finished_at"),
        Fields.instantOrNull(json, "wake_at"),
        Fields.map(json, "parameters"),
        Fields.map(json, "result"),
        Fields.textOrNull(json, "note"));
  }

  private static ObjectNode write(Attempt attempt) {
    return Json.object()
        .put("at", attempt.at().toString())
        .put("code", attempt.code())
        .put("reason", attempt.reason());
  }

  private static Attempt readAttempt(JsonNode json) {
    return new Attempt(
        Fields.instant(json, "at"), Fields.text(json, "code"), Fields.text(json, "reason"));
  }
}
