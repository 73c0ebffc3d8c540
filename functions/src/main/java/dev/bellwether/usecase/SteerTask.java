package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.Brief;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Lets people make tasks, put them back into the queue and cancel them.
public final class SteerTask {
  private final TaskStore tasks;

  /// Works on this.
  public SteerTask(TaskStore tasks) {
    this.tasks = tasks;
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

  /// Ends a task that is not done.
  ///
  /// @return nothing when there is no such task
  public Optional<Change> cancel(String id, String by, Instant now) {
    return changed(id, task -> task.cancelled("cancelled by " + by, now));
  }

  private Optional<Change> changed(String id, Function<AgentTask, Change> change) {
    return new Tasks(tasks).change(id, change).map(Tasks.Changed::change);
  }
}
