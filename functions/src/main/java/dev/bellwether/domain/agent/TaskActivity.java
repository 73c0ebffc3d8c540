package dev.bellwether.domain.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes what becomes of tasks and agents as reports of the agent, so that promises about it are
/// kept time of, and workflows hear of it, as of what an agent reports itself.
public final class TaskActivity {
  /// Stands for the repository or branch of what belongs to none.
  private static final String NONE = "-";

  private TaskActivity() {}

  /// Writes that a task is now as it is; the same again is the same report.
  public static AgentActivity of(AgentTask task, Agent agent, Instant now) {
    var data = new LinkedHashMap<String, Object>();
    data.put("task_id", task.id());
    data.put("title", task.brief().title());
    data.put("fence", task.fence());
    data.put("moves", task.moves());
    if (!task.note().isEmpty()) {
      data.put("note", task.note());
    }
    var what = what(task.state());
    var id = "task/%s/%d/%s/%s".formatted(task.id(), task.fence(), what, task.changedAt());
    var brief = task.brief();
    return new AgentActivity(
        id,
        now,
        agent.name(),
        agent.profile().type(),
        what,
        data,
        brief.repository(),
        brief.branch() == null ? NONE : brief.branch(),
        brief.pullRequest(),
        null,
        took(task),
        status(task.state()),
        task.state().isEnd() ? task.changedAt() : null);
  }

  /// Writes that an agent has nothing to do since an instant.
  public static AgentActivity idle(Agent agent, Instant now) {
    return about(agent, "idle", "idle", agent.activeAt(), Map.of(), now);
  }

  /// Writes that an agent holds tasks and was not heard of since an instant.
  public static AgentActivity stalled(Agent agent, Load load, Instant now) {
    var data = Map.<String, Object>of("tasks", load.tasks());
    return about(agent, "stalled", "error", agent.quietSince(), data, now);
  }

  private static AgentActivity about(
      Agent agent,
      String what,
      String status,
      Instant since,
      Map<String, Object> more,
      Instant now) {
    var data = new LinkedHashMap<>(more);
    data.put("since", since.toString());
    return new AgentActivity(
        what + "@" + since,
        now,
        agent.name(),
        agent.profile().type(),
        what,
        data,
        NONE,
        NONE,
        null,
        null,
        null,
        status,
        null);
  }

  private static String what(AgentTask.State state) {
    return switch (state) {
      case WORKING -> "task_started";
      case QUEUED -> "task_released";
      default -> "task_" + state.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String status(AgentTask.State state) {
    return switch (state) {
      case DONE -> "completed";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
      case QUEUED -> "released";
      case ASSIGNED -> "open";
      case WORKING, WAITING -> "in_progress";
    };
  }

  private static @Nullable Double took(AgentTask task) {
    return task.state().isEnd()
        ? task.ifLeased()
            .map(lease -> Duration.between(lease.since(), task.changedAt()).toMillis() / 1000.0)
            .orElse(null)
        : null;
  }
}
