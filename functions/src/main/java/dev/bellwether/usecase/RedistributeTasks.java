package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.Assignment.Candidate;
import dev.bellwether.domain.agent.Redistribution;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Moves tasks off agents that have stalled or hold too many, to whoever suits them best; where
/// nobody does they wait in the queue.
///
/// A task that its holder has changed meanwhile stays. Doing it twice moves nothing twice: a task
/// that was just moved is left in peace for a while.
public final class RedistributeTasks {
  private final TaskStore tasks;
  private final Workforce workforce;
  private final AssignTask assignTask;

  /// Works on these.
  public RedistributeTasks(TaskStore tasks, Workforce workforce, AssignTask assignTask) {
    this.tasks = tasks;
    this.workforce = workforce;
    this.assignTask = assignTask;
  }

  /// What was done.
  ///
  /// @param moved tasks that were taken from their holder
  /// @param kept why others were not
  public record Result(List<Moved> moved, List<String> kept) {
    public Result {
      moved = List.copyOf(moved);
      kept = List.copyOf(kept);
    }
  }

  /// A task that was taken from its holder.
  ///
  /// @param to nobody while it is in the queue
  public record Moved(String task, String from, Optional<String> to) {}

  /// Looks at every agent.
  public Result at(Instant now) {
    var moved = new ArrayList<Moved>();
    var kept = new ArrayList<String>();
    EachAlone.of(
        workforce.at(now),
        candidate -> {
          var result = of(candidate, now);
          moved.addAll(result.moved());
          kept.addAll(result.kept());
        });
    return new Result(moved, kept);
  }

  /// Looks at one agent; nothing is done about one that is not known.
  public Result of(String agent, Instant now) {
    return workforce
        .find(agent, now)
        .map(candidate -> of(candidate, now))
        .orElseGet(() -> new Result(List.of(), List.of()));
  }

  private Result of(Candidate candidate, Instant now) {
    var agent = candidate.agent();
    var decision = Redistribution.of(agent, candidate.state(), tasks.heldBy(agent.name()), now);
    var moved = new ArrayList<Moved>();
    for (var task : decision.taken()) {
      if (tasks.save(task)) {
        moved.add(new Moved(task.id(), agent.name(), giveOn(task, agent.name(), now)));
      }
    }
    var kept =
        decision.kept().stream().map(k -> "%s: %s".formatted(k.task().id(), k.because())).toList();
    return new Result(moved, kept);
  }

  private Optional<String> giveOn(AgentTask task, String from, Instant now) {
    return switch (assignTask.of(task.id(), Optional.of(from), now)) {
      case AssignTask.Result.Assigned(var given, var because) -> because.agent();
      case AssignTask.Result.Queued queued -> Optional.empty();
      case AssignTask.Result.Left left -> left.task().ifLeased().map(AgentTask.Lease::holder);
      case AssignTask.Result.Unknown unknown -> Optional.empty();
    };
  }
}
