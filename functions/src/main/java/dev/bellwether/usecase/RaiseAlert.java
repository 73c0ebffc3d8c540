package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Stage;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Creation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells people, by Slack and e-mail, that Bellwether itself is in trouble with a workflow: once an
/// hour for the same trouble with the same workflow and subject.
public final class RaiseAlert {
  static final WorkflowId ID = new WorkflowId("bellwether-alert");
  private static final String EVENT = "alert";

  private final ExecutionStore executions;
  private final ExecutionQueue queue;

  /// Works on these.
  public RaiseAlert(ExecutionStore executions, ExecutionQueue queue) {
    this.executions = executions;
    this.queue = queue;
  }

  /// Tells about an execution's workflow and subject; of its own executions nothing is told.
  ///
  /// @param kind of trouble, one word
  void about(Execution troubled, String kind, String because, Instant now) {
    if (troubled.workflow().id().equals(ID)) {
      return;
    }
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    var cause = "alert:%s:%s:%s".formatted(kind, troubled.workflow().id(), hour);
    var event = new Event(EVENT, Set.of(), troubled.subject(), facts(troubled, because), now);
    var alert = Execution.start(workflow(), event, Cause.of(cause, EVENT), null, now);
    if (executions.create(alert) == Creation.CREATED) {
      queue.enqueue(alert, Duration.ZERO);
    }
  }

  private static Facts facts(Execution troubled, String because) {
    return troubled
        .facts()
        .with("workflow_id", troubled.workflow().id().value())
        .with("workflow_name", troubled.workflow().name())
        .with("execution_id", troubled.id().value())
        .with("because", because);
  }

  private static Workflow workflow() {
    return Workflow.of(
            ID,
            "Bellwether alert",
            List.of(),
            new Condition.All(List.of()),
            new Plan(List.of(new Stage(List.of(tell("slack"), tell("email")))), List.of()))
        .withVersion(1)
        .withLimits(Limits.standard().withPriority(9));
  }

  private static ActionSpec tell(String channel) {
    return ActionSpec.of(
            "notify-" + channel,
            "send_notification",
            Map.of(
                "channels",
                List.of(channel),
                "level",
                2,
                "title",
                "Workflow {{workflow_name}} was stopped",
                "message",
                "{{because}} (workflow {{workflow_id}}, execution {{execution_id}})"))
        .onError(OnError.CONTINUE);
  }
}
