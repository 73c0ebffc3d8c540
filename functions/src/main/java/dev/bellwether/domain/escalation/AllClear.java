package dev.bellwether.domain.escalation;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Says what is done when a late subject has come to its end: whoever was told hears of it, once,
/// and what the levels left behind is taken back.
///
/// | level people were told of | |
/// | --- | --- |
/// | 1 | Slack is told; the commit status is green |
/// | 2 | the issue that tracks it is closed, with a summary |
/// | 3 | PagerDuty's alert is resolved |
public final class AllClear {
  private static final String NAME = "sla_resolved";
  private static final int PRIORITY = 8;

  private final Violation ended;
  private final Incident incident;
  private final Wording wording;

  /// Is about a subject that has ended.
  ///
  /// @param ended with the time at which it did
  public AllClear(Violation ended, Incident incident) {
    this.ended = ended;
    this.incident = incident;
    this.wording = new Wording(ended, List.of());
  }

  /// Names what it causes, for good.
  public Cause cause() {
    var key = "resolution:%s|%d".formatted(ended.clock().text(), incident.round());
    return Cause.of(key, NAME);
  }

  /// Makes the event that its steps meet.
  public Event event() {
    return event(ended.clock().subject());
  }

  /// Makes the event of the issue that tracked it.
  public Event event(long issue) {
    var repository = ended.clock().subject().repository();
    return event(new Subject(SubjectKind.ISSUE, repository, String.valueOf(issue)));
  }

  private Event event(Subject subject) {
    var facts = new Facts(ended.facts().values()).with("repository", subject.repository());
    var whole = facts.with("subject", ended.clock().subject().text());
    return new Event(NAME, Set.of(TriggerType.SLA_VIOLATION), subject, whole, ended.detectedAt());
  }

  /// Lists the executions that may have opened the issue that tracks it.
  public List<ExecutionId> trackers() {
    return IntStream.rangeClosed(0, incident.round())
        .mapToObj(round -> new Escalation(ended.inRound(round), List.of()))
        .map(escalation -> escalation.tracker(ended.clock().subject()))
        .toList();
  }

  /// Writes down what is done; nothing when nobody was told of anything.
  public List<Workflow> steps() {
    var steps = new ArrayList<ActionSpec>();
    if (incident.told() >= Level.CRITICAL.number()) {
      steps.add(tell("pagerduty"));
    }
    if (incident.told() >= Level.WARNING.number()) {
      steps.add(tell("slack"));
      if (ended.facts().text("head_sha").isPresent()) {
        steps.add(green());
      }
    }
    return steps.isEmpty() ? List.of() : List.of(workflow("All clear", steps));
  }

  /// Writes down how the issue that tracks it is closed.
  public Workflow closing() {
    var comment = Map.<String, Object>of("comment", wording.ended());
    return workflow(
        "All clear, issue", List.of(Runbook.step("close-issue", "close_issue", comment)));
  }

  private ActionSpec tell(String channel) {
    return Runbook.tell(
        channel, ended.clock(), Notice.Action.RESOLVE, wording.endedTitle(), wording.ended());
  }

  private ActionSpec green() {
    return Runbook.step(
        "green-status",
        "update_status",
        Map.of(
            "target",
            "commit_status",
            "state",
            "success",
            "context",
            Escalation.context(ended.clock()),
            "description",
            wording.endedTiming()));
  }

  private static Workflow workflow(String name, List<ActionSpec> steps) {
    return Runbook.of(
        name, "What is done when a late subject has come to its end", PRIORITY, steps);
  }
}
