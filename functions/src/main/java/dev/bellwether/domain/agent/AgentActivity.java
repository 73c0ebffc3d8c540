package dev.bellwether.domain.agent;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// Says what it tells, as facts.
  public Facts facts() {
    return AgentFacts.of(this);
  }

  /// Finds what it sets off: a report that says `completed` tells of a task that is done, `failed`
  /// or `error` of an error, and the activity or status `idle` that the agent has nothing to do.
  ///
  /// It is about the pull request that the agent works on, where it names one, else about the
  /// agent.
  public Optional<Event> event() {
    return trigger()
        .map(trigger -> new Event(trigger.name(), Set.of(trigger), subject(), facts(), receivedAt));
  }

  /// Finds what it shows of the agent's life: being asked for something shows nothing.
  public Optional<Agent.Sign> sign() {
    return switch (activityType) {
      case "task_assigned", "notification_sent", "stalled" -> Optional.empty();
      case "heartbeat" -> Optional.of(Agent.Sign.HEARTBEAT);
      default ->
          status.equals("idle") || activityType.equals("idle")
              ? Optional.of(Agent.Sign.HEARTBEAT)
              : Optional.of(Agent.Sign.ACTIVITY);
    };
  }

  private Optional<TriggerType> trigger() {
    if (activityType.equals("idle")) {
      return Optional.of(NamedTrigger.AGENT_IDLE.type());
    }
    return switch (status) {
      case "idle" -> Optional.of(NamedTrigger.AGENT_IDLE.type());
      case "completed" -> Optional.of(NamedTrigger.AGENT_TASK_COMPLETED.type());
      case "failed", "error" -> Optional.of(NamedTrigger.AGENT_ERROR.type());
      default -> Optional.empty();
    };
  }

  private Subject subject() {
    return prNumber == null
        ? new Subject(SubjectKind.AGENT, repository, agentName)
        : new Subject(SubjectKind.PR, repository, String.valueOf(prNumber));
  }
}
