package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.agent.Agent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes agents as JSON and reads them; what never happened is left out.
public final class AgentJson {
  private AgentJson() {}

  /// Writes an agent.
  public static ObjectNode write(Agent agent) {
    var json = Json.object();
    json.set("profile", AgentProfileJson.write(agent.profile()));
    putTime(json, "seen_at", agent.seenAt());
    putTime(json, "active_at", agent.activeAt());
    putTime(json, "assigned_at", agent.assignedAt());
    json.put("done", agent.done());
    json.put("failed", agent.failed());
    json.put("looked_at", agent.lookedAt().toString());
    Fields.putIfPresent(json, "due_at", agent.dueAt());
    json.put("revision", agent.revision());
    return json;
  }

  /// Reads an agent as [#write] wrote it.
  public static Agent read(JsonNode json) {
    return new Agent(
        AgentProfileJson.read(json.required("profile")),
        time(json, "seen_at"),
        time(json, "active_at"),
        time(json, "assigned_at"),
        Fields.integer(json, "done"),
        Fields.integer(json, "failed"),
        Fields.instant(json, "looked_at"),
        Fields.instantOrNull(json, "due_at"),
        json.required("revision").longValue());
  }

  private static void putTime(ObjectNode json, String name, Instant at) {
    if (!at.equals(Agent.NEVER)) {
      json.put(name, at.toString());
    }
  }

  private static Instant time(JsonNode json, String name) {
    @Nullable Instant at = Fields.instantOrNull(json, name);
    return at == null ? Agent.NEVER : at;
  }
}
