package dev.bellwether.domain.agent;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing an agent did, as it reported it; the components are the report's fields, name for
/// name.
///
/// @param id tells this report from others of the agent; the same id again is the same report
/// @param receivedAt when the report reached us
public record AgentActivity(
    String id,
    Instant receivedAt,
    String agentName,
    String agentType,
    String activityType,
    Map<String, Object> activityData,
    String repository,
    String branchName,
    @Nullable Integer prNumber,
    @Nullable String commitSha,
    @Nullable Double durationSeconds,
    String status,
    @Nullable Instant completedAt) {
  public AgentActivity {
    activityData = Collections.unmodifiableMap(new LinkedHashMap<>(activityData));
  }
}
