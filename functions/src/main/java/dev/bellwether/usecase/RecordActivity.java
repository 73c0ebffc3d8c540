package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.usecase.port.AgentActivityStore;
import java.time.Instant;
import java.util.List;

/// Takes what an agent reports: keeps it, and starts what it sets off.
///
/// The same report again changes nothing, and starts what a first try did not get to.
public final class RecordActivity {
  private final AgentActivityStore activities;
  private final StartWorkflows startWorkflows;
  private final RecordShadows recordShadows;

  /// Works on these.
  public RecordActivity(
      AgentActivityStore activities, StartWorkflows startWorkflows, RecordShadows recordShadows) {
    this.activities = activities;
    this.startWorkflows = startWorkflows;
    this.recordShadows = recordShadows;
  }

  /// Takes a report.
  ///
  /// @return the executions that this call made
  public List<ExecutionId> of(AgentActivity report, Instant now) {
    activities.record(report);
    return report
        .event()
        .map(
            event -> {
              var id = "activity:%s/%s".formatted(report.agentName(), report.id());
              var cause = Cause.of(id, event.name());
              var result = startWorkflows.on(event, cause, now);
              recordShadows.of(event, cause, result, now);
              return result.started();
            })
        .orElse(List.of());
  }
}
