package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.domain.agent.TaskActivity;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Instant;

/// Tells of what became of a task: notes it on the agent, and records it as a report of the
/// agent's, which moves clocks and starts workflows.
public final class TellOfTask {
  private final AgentStore agents;
  private final RecordActivity recordActivity;
  private final Patience patience;

  /// Works on these.
  public TellOfTask(AgentStore agents, RecordActivity recordActivity, Patience patience) {
    this.agents = agents;
    this.recordActivity = recordActivity;
    this.patience = patience;
  }

  /// Notes that an agent is about to be given a task: from then on its silence is looked after,
  /// also when nothing more is heard of who gives it.
  void before(Agent agent, Instant now) {
    new Agents(agents).change(agent, known -> known.givenTask(now, patience), now);
  }

  /// Tells of a task that has just come to be as it is.
  void of(AgentTask task, Agent agent, Instant now) {
    new Agents(agents).change(agent, known -> noted(task, known, now), now);
    again(task, agent, now);
  }

  /// Tells of a task that had come to be so before, should a first try not have got to it.
  void again(AgentTask task, Agent agent, Instant now) {
    recordActivity.of(TaskActivity.of(task, agent, now), now);
  }

  private Agent noted(AgentTask task, Agent agent, Instant now) {
    return switch (task.state()) {
      case DONE, FAILED -> agent.finished(task.state()).heard(Agent.Sign.ACTIVITY, now, patience);
      case QUEUED, ASSIGNED, CANCELLED -> agent;
      case WORKING, WAITING -> agent.heard(Agent.Sign.ACTIVITY, now, patience);
    };
  }
}
