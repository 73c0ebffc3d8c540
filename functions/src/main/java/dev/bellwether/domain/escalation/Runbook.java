package dev.bellwether.domain.escalation;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.workflow.About;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How what is done about incidents is written down, as a workflow whose steps go on past failures.
final class Runbook {
  private Runbook() {}

  static Workflow of(String name, String description, int priority, List<ActionSpec> steps) {
    return new Workflow(
        WorkflowId.fromName(name).orElseThrow(),
        1,
        new About(name.strip(), description, List.of(), null),
        WorkflowState.ACTIVE,
        List.of(Trigger.of(TriggerType.SLA_VIOLATION)),
        null,
        new Condition.All(List.of()),
        Plan.of(steps),
        Limits.standard().withPriority(priority));
  }

  static ActionSpec step(String id, String type, Map<String, Object> parameters) {
    return ActionSpec.of(id, type, parameters).onError(OnError.CONTINUE);
  }

  /// Tells a channel what has become of a clock's alert.
  static ActionSpec tell(
      String channel, ClockId clock, Notice.Action action, String title, String message) {
    return step(
        "notify-" + channel,
        "send_notification",
        Map.of(
            "channel",
            channel,
            "title",
            title,
            "message",
            message,
            "alert_key",
            alertKey(clock),
            "alert_action",
            action.name().toLowerCase(Locale.ROOT)));
  }

  /// Names the one alert of a clock on channels that keep alerts, whatever its level.
  static String alertKey(ClockId clock) {
    return "incident-" + Incident.key(clock);
  }
}
