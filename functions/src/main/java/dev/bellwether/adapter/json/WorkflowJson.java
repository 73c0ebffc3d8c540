package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.fact.FactGroup;
import dev.bellwether.domain.workflow.About;
import dev.bellwether.domain.workflow.UnknownFacts;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;

/// Writes workflows as JSON and reads them back.
///
/// What is written is a definition in its canonical form, every default spelled out, which
/// [DefinitionReader] accepts: what the API answers can be edited and sent back. What is read here
/// is only what was written here.
public final class WorkflowJson {
  private WorkflowJson() {}

  /// Writes a workflow: the definition, and the version it is.
  public static ObjectNode write(Workflow workflow) {
    var json = Json.object();
    json.put("id", workflow.id().value());
    json.put("version", workflow.version());
    putAbout(json, workflow.about());
    json.put("state", Fields.constant(workflow.state()));
    Fields.putList(json, "trigger", workflow.triggers(), TriggerJson::write);
    workflow.whenScheduled().ifPresent(when -> json.set("schedule", ScheduleJson.write(when)));
    ConditionJson.putAll(json, "conditions", workflow.conditions());
    PlanJson.put(json, workflow.plan());
    LimitsJson.put(json, workflow.limits());
    return json;
  }

  /// Writes a workflow for who has just written it: with `warnings` about facts that it mentions in
  /// vain, where there are any.
  public static ObjectNode writeWithWarnings(Workflow workflow) {
    var json = write(workflow);
    var unknown = UnknownFacts.of(workflow);
    if (!unknown.isEmpty()) {
      var warnings = json.putArray("warnings");
      var known = FactGroup.allNames();
      unknown.forEach(
          fact ->
              warnings.add(
                  "No trigger of this workflow carries the fact '%s'%s"
                      .formatted(
                          fact,
                          Nearest.to(fact, known)
                              .filter(near -> !near.equals(fact))
                              .map(": did you mean '%s'?"::formatted)
                              .orElse(""))));
    }
    return json;
  }

  /// Reads a workflow as [#write] wrote it.
  public static Workflow read(JsonNode json) {
    return new Workflow(
        new WorkflowId(Fields.text(json, "id")),
        Fields.integer(json, "version"),
        about(json),
        Fields.constant(json, "state", WorkflowState.class),
        Fields.list(json, "trigger", TriggerJson::read),
        json.has("schedule") ? ScheduleJson.read(json.required("schedule")) : null,
        ConditionJson.readAll(json, "conditions"),
        PlanJson.read(json),
        LimitsJson.read(json));
  }

  private static void putAbout(ObjectNode json, About about) {
    json.put("name", about.name());
    json.put("description", about.description());
    if (!about.tags().isEmpty()) {
      Fields.putTexts(json, "tags", about.tags());
    }
    Fields.putIfPresent(json, "owner", about.owner());
  }

  private static About about(JsonNode json) {
    return new About(
        Fields.text(json, "name"),
        Fields.text(json, "description"),
        Fields.textsOrNone(json, "tags"),
        Fields.textOrNull(json, "owner"));
  }
}
