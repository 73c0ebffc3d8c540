package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.domain.agent.Assignment;
import dev.bellwether.domain.agent.Assignment.Candidate;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Gives a task of the queue to the agent that suits it best.
///
/// A task that somebody holds stays where it is, so the same wish again changes nothing. How much
/// an agent holds is read without a lock: two tasks given at the same moment may both go to one,
/// beyond its capacity.
public final class AssignTask {
  private final TaskStore tasks;
  private final Workforce workforce;
  private final TellOfTask tellOfTask;

  /// Works on these.
  public AssignTask(TaskStore tasks, Workforce workforce, TellOfTask tellOfTask) {
    this.tasks = tasks;
    this.workforce = workforce;
    this.tellOfTask = tellOfTask;
  }

  /// How it came out.
  public sealed interface Result {
    /// Somebody has it now.
    record Assigned(AgentTask task, Assignment because) implements Result {}

    /// Nobody will do; it stays in the queue until an agent asks for it.
    record Queued(AgentTask task, Assignment because) implements Result {}

    /// It is held already, or has ended.
    record Left(AgentTask task) implements Result {}

    /// There is no such task.
    record Unknown() implements Result {}
  }

  /// Gives a task to whoever suits it best, other than who has just lost it.
  public Result of(String id, Optional<String> passedOver, Instant now) {
    return of(id, workforce.at(now), passedOver, now);
  }

  /// Gives a task to one of some agents.
  public Result of(
      String id, List<Candidate> candidates, Optional<String> passedOver, Instant now) {
    var found = tasks.find(id);
    if (found.isEmpty()) {
      return new Result.Unknown();
    }
    var task = found.get();
    if (task.state() != State.QUEUED) {
      return new Result.Left(task);
    }
    var assignment = Assignment.of(task.brief(), candidates, passedOver);
    var chosen =
        candidates.stream()
            .filter(c -> assignment.agent().filter(c.agent().name()::equals).isPresent())
            .findFirst();
    return chosen
        .map(candidate -> give(task, candidate, assignment, now))
        .orElseGet(() -> new Result.Queued(task, assignment));
  }

  private Result give(AgentTask task, Candidate chosen, Assignment because, Instant now) {
    var change = task.assignedTo(chosen.agent().name(), now);
    tellOfTask.before(chosen.agent(), now);
    if (change instanceof Change.Made(var assigned) && tasks.save(assigned)) {
      tellOfTask.of(assigned, chosen.agent(), now);
      return new Result.Assigned(assigned, because);
    }
    return new Result.Left(tasks.find(task.id()).orElse(task));
  }
}
