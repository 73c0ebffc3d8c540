package dev.bellwether.domain.sla;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what an agent's report tells about clocks.
///
/// A task that is assigned, or a notification that is sent, wants an answer: `agent_response`
/// begins, and ends with whatever the agent does next. A task that is started wants to be
/// completed: `task_completion` begins, and ends when it is completed or cancelled; where that says
/// how long it took, it tells of the beginning, too.
public final class AgentObservations {
  private static final Set<String> ASKING = Set.of("task_assigned", "notification_sent");
  private static final Set<String> ENDS = Set.of("completed", "cancelled");

  private AgentObservations() {}

  /// Reads a report.
  ///
  /// @param before what was reported of the agent before, for what still waits for its answer
  public static List<Observation> of(AgentActivity report, Collection<AgentActivity> before) {
    var seen = new ArrayList<Observation>();
    if (ASKING.contains(report.activityType())) {
      seen.add(response(report, question(report), Set.of(start(report.receivedAt()))));
      return seen;
    }
    before.stream()
        .filter(asked -> ASKING.contains(asked.activityType()))
        .filter(asked -> !asked.receivedAt().isAfter(report.receivedAt()))
        .map(AgentObservations::question)
        .distinct()
        .forEach(question -> seen.add(response(report, question, end(report.receivedAt()))));
    task(report).flatMap(task -> completion(report, task)).ifPresent(seen::add);
    return seen;
  }

  private static Observation response(AgentActivity report, String question, Set<Mark> marks) {
    var key = report.agentName() + "/" + question;
    return observation(Metric.AGENT_RESPONSE, SubjectKind.AGENT, key, report, marks);
  }

  private static Optional<Observation> completion(AgentActivity report, String task) {
    var marks = new HashSet<Mark>();
    if (report.activityType().equals("task_started")) {
      marks.add(start(report.receivedAt()));
    }
    if (ENDS.contains(report.status())
        || ENDS.stream().anyMatch(end -> report.activityType().equals("task_" + end))) {
      var completed = report.completedAt();
      var at = completed == null ? report.receivedAt() : completed;
      var took = report.durationSeconds();
      if (took != null) {
        marks.add(start(at.minus(Duration.ofMillis(Math.round(took * 1000)))));
      }
      marks.addAll(end(at));
    }
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.of(observation(Metric.TASK_COMPLETION, SubjectKind.TASK, task, report, marks));
  }

  private static Observation observation(
      Metric metric, SubjectKind kind, String key, AgentActivity report, Set<Mark> marks) {
    var subject = new Subject(kind, report.repository(), key);
    return new Observation(
        new ClockId(metric, subject), marks, report.facts().pruned(Set.of()), report.receivedAt());
  }

  private static Optional<String> task(AgentActivity report) {
    return Optional.ofNullable(report.activityData().get("task_id"))
        .map(String::valueOf)
        .filter(task -> !task.isBlank());
  }

  private static String question(AgentActivity asked) {
    return task(asked).orElse(asked.id());
  }

  private static Mark start(Instant at) {
    return new Mark(Mark.Kind.START, at);
  }

  private static Set<Mark> end(Instant at) {
    return Set.of(new Mark(Mark.Kind.STOP, at), new Mark(Mark.Kind.CLOSE, at));
  }
}
