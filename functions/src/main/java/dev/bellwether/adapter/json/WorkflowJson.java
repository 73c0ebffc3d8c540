package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.time.Duration;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

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
    json.put("name", workflow.name());
    json.put("description", workflow.description());
    json.put("state", Fields.constant(workflow.state()));
    Fields.putTexts(
        json, "trigger", workflow.triggers().stream().map(TriggerType::name).sorted().toList());
    var schedule = workflow.schedule();
    if (schedule != null) {
      json.putObject("schedule").put("interval_minutes", schedule.interval().toMinutes());
    }
    ConditionJson.putAll(json, "conditions", workflow.conditions());
    Fields.putList(json, "actions", workflow.actions(), ActionJson::write);
    json.put("priority", workflow.priority());
    json.put("timeout_seconds", Fields.seconds(workflow.timeout()));
    return json;
  }

  /// Reads a workflow as [#write] wrote it.
  public static Workflow read(JsonNode json) {
    return new Workflow(
        new WorkflowId(Fields.text(json, "id")),
        Fields.integer(json, "version"),
        Fields.text(json, "name"),
        Fields.text(json, "description"),
        Fields.constant(json, "state", WorkflowState.class),
        new HashSet<>(
            Fields.list(
                json, "trigger", name -> new TriggerType(String.valueOf(name.textValue())))),
        schedule(json),
        ConditionJson.readAll(json, "conditions"),
        Fields.list(json, "actions", ActionJson::read),
        Fields.integer(json, "priority"),
        Fields.seconds(json, "timeout_seconds"));
  }

  private static @Nullable Schedule schedule(JsonNode json) {
    return json.has("schedule")
        ? new Schedule(
            Duration.ofMinutes(Fields.integer(json.required("schedule"), "interval_minutes")))
        : null;
  }
}
