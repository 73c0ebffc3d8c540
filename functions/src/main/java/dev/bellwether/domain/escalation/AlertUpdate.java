package dev.bellwether.domain.escalation;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.escalation.Notice.Action;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Says to PagerDuty what somebody did to an incident that it pages people about, so that it stops:
/// they took care of it, or it is over.
///
/// @param incident as it is since
public record AlertUpdate(Incident incident, Action action) {
  private static final String NAME = "incident_steered";
  private static final int PRIORITY = 9;

  /// Finds what is to be said of an incident; nothing where PagerDuty was not told of it, or where
  /// what was done is nothing to it.
  public static Optional<AlertUpdate> of(Incident incident) {
    if (incident.told() < Level.CRITICAL.number()) {
      return Optional.empty();
    }
    return switch (incident.state()) {
      case ACKNOWLEDGED -> Optional.of(new AlertUpdate(incident, Action.ACKNOWLEDGE));
      case RESOLVED -> Optional.of(new AlertUpdate(incident, Action.RESOLVE));
      case TRIGGERED, SNOOZED -> Optional.empty();
    };
  }

  /// Names what it causes, for good: what is done to an incident once is said once.
  public Cause cause() {
    var last = incident.timeline().getLast().at();
    return Cause.of("steering:%s|%s".formatted(incident.clock().text(), last), NAME);
  }

  /// Makes the event that its step meets.
  public Event event() {
    var last = incident.timeline().getLast();
    var subject = incident.clock().subject();
    var facts =
        Map.<String, Object>of(
            "repository",
            subject.repository(),
            "subject",
            subject.text(),
            "metric",
            incident.clock().metric().wireName(),
            "by",
            last.by());
    return new Event(NAME, Set.of(TriggerType.SLA_VIOLATION), subject, new Facts(facts), last.at());
  }

  /// Writes down how it is said.
  public Workflow steps() {
    var title = "{{subject}} in {{repository}}: " + done() + " by {{by}}";
    var step = Runbook.tell("pagerduty", incident.clock(), action, title, title);
    return Runbook.of(
        "Incident " + done(),
        "What is done when somebody steers an incident",
        PRIORITY,
        List.of(step));
  }

  private String done() {
    return action == Action.ACKNOWLEDGE ? "acknowledged" : "resolved";
  }
}
