package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.agent.AgentActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the report of an activity that an agent sent.
public final class AgentActivityReader {
  private static final int NAME = 100;
  private static final int REFERENCE = 250;
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
  private static final Pattern SHA = Pattern.compile("[0-9a-fA-F]{7,64}");

  private AgentActivityReader() {}

  /// Reads a report.
  ///
  /// A report without `status` is `completed` when it says when, `in_progress` otherwise.
  ///
  /// @param id tells the report from others of the agent
  public static Reading<AgentActivity> read(JsonNode document, String id, Instant receivedAt) {
    var faults = new ArrayList<Fault>();
    var activity = Draft.of(document, "", faults).map(draft -> activity(draft, id, receivedAt));
    return activity.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(activity.get())
        : new Reading.Refused<>(faults);
  }

  private static AgentActivity activity(Draft draft, String id, Instant receivedAt) {
    var agentName = draft.requiredText("agent_name", NAME, "who reports").orElse("");
    var agentType = draft.requiredText("agent_type", NAME, "such as coder").orElse("");
    var activityType = draft.requiredText("activity_type", NAME, "such as commit").orElse("");
    var activityData = draft.map("activity_data").orElse(Map.of());
    var repository = draft.requiredText("repository", REFERENCE, "written owner/name").orElse("");
    if (!repository.isEmpty() && !REPOSITORY.matcher(repository).matches()) {
      draft.fault("repository is written owner/name", "repository");
    }
    var branchName = draft.requiredText("branch_name", REFERENCE, "such as main").orElse("");
    var prNumber = draft.integer("pr_number", 1, Integer.MAX_VALUE);
    var commitSha = draft.text("commit_sha", 64);
    if (commitSha.filter(sha -> !SHA.matcher(sha).matches()).isPresent()) {
      draft.fault("commit_sha has 7 to 64 hexadecimal digits", "commit_sha");
    }
    var duration = draft.decimal("duration_seconds", 0, (double) Duration.ofDays(366).toSeconds());
    var completedAt = draft.instant("completed_at");
    var status =
        draft.text("status", NAME).orElse(completedAt.isPresent() ? "completed" : "in_progress");
    draft.refuseOthers();
    return new AgentActivity(
        id,
        receivedAt,
        agentName,
        agentType,
        activityType,
        activityData,
        repository,
        branchName,
        prNumber.orElse(null),
        commitSha.orElse(null),
        duration.orElse(null),
        status,
        completedAt.orElse(null));
  }
}
