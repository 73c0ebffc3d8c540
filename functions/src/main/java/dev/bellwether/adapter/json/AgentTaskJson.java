package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Lease;
import dev.bellwether.domain.agent.AgentTask.State;
import org.jspecify.annotations.Nullable;

/// Writes tasks as JSON and reads them. Who reads `text` finds beside it, in `trust`, whether it
/// may be taken as an instruction.
public final class AgentTaskJson {
  private AgentTaskJson() {}

  /// Writes a task.
  public static ObjectNode write(AgentTask task) {
    var json = Json.object().put("id", task.id());
    json.setAll(BriefJson.write(task.brief()));
    json.put("state", Fields.constant(task.state()));
    task.ifLeased()
        .ifPresent(
            lease ->
                json.putObject("lease")
                    .put("holder", lease.holder())
                    .put("fence", lease.fence())
                    .put("since", lease.since().toString()));
    json.put("fence", task.fence());
    json.put("moves", task.moves());
    json.put("note", task.note());
    json.set("result", Json.tree(task.result()));
    json.put("created_at", task.createdAt().toString());
    json.put("changed_at", task.changedAt().toString());
    json.put("revision", task.revision());
    return json;
  }

  /// Reads a task as [#write] wrote it.
  public static AgentTask read(JsonNode json) {
    return new AgentTask(
        Fields.text(json, "id"),
        BriefJson.read(json),
        Fields.constant(json, "state", State.class),
        lease(json.path("lease")),
        Fields.integer(json, "fence"),
        Fields.integer(json, "moves"),
        Fields.text(json, "note"),
        Fields.map(json, "result"),
        Fields.instant(json, "created_at"),
        Fields.instant(json, "changed_at"),
        json.required("revision").longValue());
  }

  private static @Nullable Lease lease(JsonNode json) {
    return json.isObject()
        ? new Lease(
            Fields.text(json, "holder"),
            Fields.integer(json, "fence"),
            Fields.instant(json, "since"))
        : null;
  }
}
