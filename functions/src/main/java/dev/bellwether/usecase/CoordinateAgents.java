package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask.Lease;
import dev.bellwether.domain.agent.Brief;
import dev.bellwether.domain.agent.MessageActivity;
import dev.bellwether.usecase.port.AgentDesk;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets workflows give tasks to agents, move them, and leave messages.
public final class CoordinateAgents implements AgentDesk {
  private final SteerTask steerTask;
  private final AssignTask assignTask;
  private final RedistributeTasks redistributeTasks;
  private final AgentStore agents;
  private final RecordActivity recordActivity;

  /// Works on these.
  public CoordinateAgents(
      SteerTask steerTask,
      AssignTask assignTask,
      RedistributeTasks redistributeTasks,
      AgentStore agents,
      RecordActivity recordActivity) {
    this.steerTask = steerTask;
    this.assignTask = assignTask;
    this.redistributeTasks = redistributeTasks;
    this.agents = agents;
    this.recordActivity = recordActivity;
  }

  @Override
  public Given give(String id, Brief brief, Instant now) {
    steerTask.create(id, brief, now);
    return switch (assignTask.of(id, Optional.empty(), now)) {
      case AssignTask.Result.Assigned(var task, var because) ->
          new Given(because.agent(), because.inWords());
      case AssignTask.Result.Queued(var task, var because) ->
          new Given(Optional.empty(), because.inWords());
      case AssignTask.Result.Left(var task) ->
          new Given(task.ifLeased().map(Lease::holder), "It was given before");
      case AssignTask.Result.Unknown unknown ->
          throw new IllegalStateException("The task %s is gone".formatted(id));
    };
  }

  @Override
  public List<String> redistribute(Optional<String> agent, Instant now) {
    var result =
        agent
            .map(name -> redistributeTasks.of(name, now))
            .orElseGet(() -> redistributeTasks.at(now));
    return result.moved().stream()
        .map(m -> "%s: %s to %s".formatted(m.task(), m.from(), m.to().orElse("the queue")))
        .toList();
  }

  @Override
  public void tell(Message message, Instant now) {
    var type = agents.find(message.agent()).map(agent -> agent.profile().type());
    recordActivity.of(
        MessageActivity.of(
            message.id(),
            message.agent(),
            type.orElse("unknown"),
            message.repository(),
            message.pullRequest(),
            message.text(),
            now),
        now);
  }
}
