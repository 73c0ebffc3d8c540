package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.Brief;
import dev.bellwether.usecase.port.AgentStore;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Lets people make tasks, put them back into the queue and cancel them.
public final class SteerTask {
  private final TaskStore tasks;
  private final AgentStore agents;
  private final TellOfTask tellOfTask;

  /// Works on these.
  public SteerTask(TaskStore tasks, AgentStore agents, TellOfTask tellOfTask) {
    this.tasks = tasks;
    this.agents = agents;
    this.tellOfTask = tellOfTask;
  }

  /// Makes a task in the queue; the same id again is the task that there is.
  public AgentTask create(String id, Brief brief, Instant now) {
    var task = AgentTask.of(id, brief, now);
    return tasks.save(task) ? task.withRevision(1) : tasks.find(id).orElseThrow();
  }

  /// Takes a task from whoever holds it.
  ///
  /// @return nothing when there is no such task
  public Optional<Change> requeue(String id, String by, Instant now) {
    return changed(id, task -> task.requeued("put back by " + by, now));
  }

  /// Ends a task that is not done. Whoever held it has it among their reports, and its clock stops.
  ///
  /// @return nothing when there is no such task
  public Optional<Change> cancel(String id, String by, Instant now) {
    var change = changed(id, task -> task.cancelled("cancelled by " + by, now));
    if (change.orElse(null) instanceof Change.Made(var task)) {
      task.ifLeased()
          .flatMap(lease -> agents.find(lease.holder()))
          .ifPresent(agent -> tellOfTask.again(task, agent, now));
    }
    return change;
  }

  private Optional<Change> changed(String id, Function<AgentTask, Change> change) {
    return new Tasks(tasks).change(id, change).map(Tasks.Changed::change);
  }
}
