package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.SimulatedStep;
import dev.bellwether.domain.workflow.Simulation;

/// Writes simulations as JSON.
public final class SimulationJson {
  private SimulationJson() {}

  /// Writes what an event would set off; `explanation` is left out when the workflow does not
  /// listen to it.
  public static ObjectNode write(Simulation simulation) {
    var json = Json.object();
    var workflow = simulation.workflow();
    json.put("workflow_id", workflow.id().value());
    json.put("workflow_version", workflow.version());
    json.put("workflow_state", Fields.constant(workflow.state()));
    json.put("verdict", Fields.constant(simulation.verdict()));
    json.put("fires", simulation.verdict() == Simulation.Verdict.FIRES);
    Fields.putTexts(json, "looked_up", simulation.lookedUp().stream().sorted().toList());
    var explanation = simulation.explanation();
    if (explanation != null) {
      json.set("explanation", ExplanationJson.write(explanation));
    }
    Fields.putList(json, "actions", simulation.steps(), SimulationJson::step);
    return json;
  }

  private static ObjectNode step(SimulatedStep step) {
    var json = Json.object();
    json.put("id", step.id());
    json.put("type", step.type());
    json.put("stage", step.stage());
    json.put("runs", Fields.constant(step.runs()));
    var condition = step.condition();
    if (condition != null) {
      json.set("if", ExplanationJson.write(condition));
    }
    json.set("parameters", Json.tree(step.parameters()));
    return json;
  }
}
