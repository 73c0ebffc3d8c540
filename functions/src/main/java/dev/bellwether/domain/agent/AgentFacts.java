package dev.bellwether.domain.agent;

import dev.bellwether.domain.condition.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reduces an agent's report to facts: its fields, name for name, what it says about the activity
/// below `event.activity_data`, and the task it names there.
final class AgentFacts {
  private AgentFacts() {}

  static Facts of(AgentActivity report) {
    var facts = new LinkedHashMap<String, @Nullable Object>();
    facts.put("repository", report.repository());
    facts.put("agent_name", report.agentName());
    facts.put("agent_type", report.agentType());
    facts.put("activity_type", report.activityType());
    facts.put("branch_name", report.branchName());
    facts.put("status", report.status());
    putKnown(facts, "pr_number", report.prNumber());
    putKnown(facts, "commit_sha", report.commitSha());
    putKnown(facts, "duration_seconds", report.durationSeconds());
    putKnown(
        facts,
        "completed_at",
        Optional.ofNullable(report.completedAt()).map(String::valueOf).orElse(null));
    putKnown(facts, "task_id", report.activityData().get("task_id"));
    facts.put("event", Map.of("activity_data", report.activityData()));
    return new Facts(facts);
  }

  private static void putKnown(
      Map<String, @Nullable Object> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
