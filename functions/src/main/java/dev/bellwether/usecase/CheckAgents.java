package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentState;
import dev.bellwether.domain.agent.Assignment.Candidate;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.domain.agent.TaskActivity;
import dev.bellwether.usecase.RedistributeTasks.Moved;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks after agents whose silence tells something: tells once of each that is idle, and of each
/// that has stalled, whose tasks go to others.
///
/// What it tells has an id made of the agent and the beginning of its silence, and is told before
/// it is noted that it was; so a sweep that is doubled, or dies, tells nothing twice and leaves
/// nothing out.
public final class CheckAgents {
  private static final int LIMIT = 500;

  private final AgentStore agents;
  private final Workforce workforce;
  private final RecordActivity recordActivity;
  private final RedistributeTasks redistributeTasks;
  private final Patience patience;

  /// Works on these.
  public CheckAgents(
      AgentStore agents,
      Workforce workforce,
      RecordActivity recordActivity,
      RedistributeTasks redistributeTasks,
      Patience patience) {
    this.agents = agents;
    this.workforce = workforce;
    this.recordActivity = recordActivity;
    this.redistributeTasks = redistributeTasks;
    this.patience = patience;
  }

  /// What was found.
  ///
  /// @param idle the agents that have nothing to do, since now
  /// @param stalled the agents that were found stalled
  /// @param moved what was taken from these
  public record Result(List<String> idle, List<String> stalled, List<Moved> moved) {
    public Result {
      idle = List.copyOf(idle);
      stalled = List.copyOf(stalled);
      moved = List.copyOf(moved);
    }
  }

  /// Looks after those that are due.
  public Result at(Instant now) {
    var idle = new ArrayList<String>();
    var stalled = new ArrayList<String>();
    var moved = new ArrayList<Moved>();
    EachAlone.of(
        agents.due(now, LIMIT),
        agent -> {
          var candidate = workforce.of(agent, now);
          if (isIdleAnew(candidate, now)) {
            recordActivity.of(TaskActivity.idle(agent, now), now);
            idle.add(agent.name());
          }
          if (isStalledAnew(candidate, now)) {
            recordActivity.of(TaskActivity.stalled(agent, candidate.load(), now), now);
            moved.addAll(redistributeTasks.of(agent.name(), now).moved());
            stalled.add(agent.name());
          }
          new Agents(agents).change(agent, known -> known.lookedAfter(now, patience), now);
        });
    return new Result(idle, stalled, moved);
  }

  private boolean isIdleAnew(Candidate candidate, Instant now) {
    var agent = candidate.agent();
    return candidate.state() == AgentState.IDLE
        && agent.isNews(agent.activeAt().plus(patience.idleAfter()), now);
  }

  private boolean isStalledAnew(Candidate candidate, Instant now) {
    var agent = candidate.agent();
    return candidate.state() == AgentState.STALLED
        && (agent.isNews(agent.quietSince().plus(patience.stalledAfter()), now)
            || agent.isNews(agent.quietSince().plus(patience.waitingAfter()), now));
  }
}
