package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.agent.AgentActivity;

/// Writes agents' reports as JSON and reads them, in the words of the report.
public final class AgentActivityJson {
  private AgentActivityJson() {}

  /// Writes a report; what is null is left out.
  public static ObjectNode write(AgentActivity activity) {
    var json = Json.object();
    json.put("id", activity.id());
    json.put("received_at", activity.receivedAt().toString());
    json.put("agent_name", activity.agentName());
    json.put("agent_type", activity.agentType());
    json.put("activity_type", activity.activityType());
    json.set("activity_data", Json.tree(activity.activityData()));
    json.put("repository", activity.repository());
    json.put("branch_name", activity.branchName());
    if (activity.prNumber() != null) {
      json.put("pr_number", activity.prNumber());
    }
    Fields.putIfPresent(json, "commit_sha", activity.commitSha());
    if (activity.durationSeconds() != null) {
      json.put("duration_seconds", activity.durationSeconds());
    }
    json.put("status", activity.status());
    Fields.putIfPresent(json, "completed_at", activity.completedAt());
    return json;
  }

  /// Reads a report as [#write] wrote it.
  public static AgentActivity read(JsonNode json) {
    return new AgentActivity(
        Fields.text(json, "id"),
        Fields.instant(json, "received_at"),
        Fields.text(json, "agent_name"),
        Fields.text(json, "agent_type"),
        Fields.text(json, "activity_type"),
        Fields.map(json, "activity_data"),
        Fields.text(json, "repository"),
        Fields.text(json, "branch_name"),
        json.has("pr_number") ? Integer.valueOf(Fields.integer(json, "pr_number")) : null,
        Fields.textOrNull(json, "commit_sha"),
        json.has("duration_seconds")
            ? Double.valueOf(json.required("duration_seconds").doubleValue())
            : null,
        Fields.text(json, "status"),
        Fields.instantOrNull(json, "completed_at"));
  }
}
