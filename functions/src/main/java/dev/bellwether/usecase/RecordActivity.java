package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.sla.AgentObservations;
import dev.bellwether.usecase.port.AgentActivityStore;
import java.time.Instant;
import java.util.List;

/// Takes what an agent reports: keeps it, moves the clocks it moves, and starts what it sets off.
///
/// The same report again changes nothing, and starts what a first try did not get to.
public final class RecordActivity {
  /// So many reports are looked back for what waits for the agent's answer.
  private static final int LOOKED_BACK = 20;

  private final AgentActivityStore activities;
  private final ObserveClocks observeClocks;
  private final StartWorkflows startWorkflows;
  private final RecordShadows recordShadows;

  /// Works on these.
  public RecordActivity(
      AgentActivityStore activities,
      ObserveClocks observeClocks,
      StartWorkflows startWorkflows,
      RecordShadows recordShadows) {
    this.activities = activities;
    this.observeClocks = observeClocks;
    this.startWorkflows = startWorkflows;
    this.recordShadows = recordShadows;
  }

  /// Takes a report.
  ///
  /// @return the executions that this call made
  public List<ExecutionId> of(AgentActivity report, Instant now) {
    activities.record(report);
    var before = activities.newestOf(report.agentName(), LOOKED_BACK);
    AgentObservations.of(report, before).forEach(seen -> observeClocks.take(seen, now));
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
