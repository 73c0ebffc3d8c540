package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Lets an agent take up its next task: one that it was given, or else the oldest of the queue that
/// it can do, those about its own files first.
///
/// Asking is a sign of life, and no activity. An agent that holds as much as it can is given
/// nothing more.
public final class TakeNextTask {
  /// Read first; where all of these are for others, [#MOST_READ].
  private static final int FIRST_READ = 25;

  private static final int MOST_READ = 500;

  private final TaskStore tasks;
  private final NoteSignOfLife noteSignOfLife;
  private final Workforce workforce;
  private final TellOfTask tellOfTask;

  /// Works on these.
  public TakeNextTask(
      TaskStore tasks, NoteSignOfLife noteSignOfLife, Workforce workforce, TellOfTask tellOfTask) {
    this.tasks = tasks;
    this.noteSignOfLife = noteSignOfLife;
    this.workforce = workforce;
    this.tellOfTask = tellOfTask;
  }

  /// Who asks for a task.
  ///
  /// @param type what kind of agent it is, should it be new
  /// @param repositories tells of which it may see anything
  public record Asking(String name, String type, Predicate<String> repositories) {
    boolean sees(AgentTask task) {
      return repositories.test(task.brief().repository());
    }
  }

  /// Takes up a task.
  ///
  /// @return the task, with the fence to report under; nothing when there is none
  public Optional<AgentTask> of(Asking asking, Instant now) {
    var agent = noteSignOfLife.of(asking.name(), asking.type(), Sign.HEARTBEAT, now);
    var held = tasks.heldBy(asking.name());
    held.stream().filter(task -> !asking.sees(task)).forEach(task -> putBack(task, now));
    var seen = held.stream().filter(asking::sees).toList();
    var given =
        seen.stream()
            .filter(task -> task.state() == State.ASSIGNED)
            .flatMap(task -> takenUp(task, agent, now).stream())
            .findFirst();
    return given.isPresent() ? given : another(asking, agent, seen, now);
  }

  /// What an agent was given that it does not see is for others.
  private void putBack(AgentTask task, Instant now) {
    if (task.state() == State.ASSIGNED
        && task.takenAway("its holder does not see the repository", now)
            instanceof Change.Made(var back)) {
      tasks.save(back);
    }
  }

  /// Who asks without having room has lost what it holds, as when an answer did not arrive or it
  /// was started anew: it is given that once more, under the same fence.
  private Optional<AgentTask> another(
      Asking asking, Agent agent, List<AgentTask> seen, Instant now) {
    return agent.hasRoomBeside(workforce.of(agent, now).load())
        ? fromQueue(asking, agent, now)
        : seen.stream().filter(task -> task.state() == State.WORKING).findFirst();
  }

  private Optional<AgentTask> fromQueue(Asking asking, Agent agent, Instant now) {
    var first = tasks.queued(FIRST_READ);
    var taken = fromQueue(first, asking, agent, now);
    return taken.isPresent() || first.size() < FIRST_READ
        ? taken
        : fromQueue(tasks.queued(MOST_READ), asking, agent, now);
  }

  private Optional<AgentTask> fromQueue(
      List<AgentTask> queued, Asking asking, Agent agent, Instant now) {
    var profile = agent.profile();
    return queued.stream()
        .filter(asking::sees)
        .filter(task -> profile.can(task.brief().skills()))
        .sorted(
            Comparator.comparingInt((AgentTask task) -> -profile.ownedAmong(task.brief().paths())))
        .flatMap(task -> claimed(task, agent, now).stream())
        .findFirst();
  }

  private Optional<AgentTask> claimed(AgentTask task, Agent agent, Instant now) {
    return task.assignedTo(agent.name(), now) instanceof Change.Made(var assigned)
        ? takenUp(assigned, agent, now)
        : Optional.empty();
  }

  /// Where somebody else was faster, it is theirs.
  private Optional<AgentTask> takenUp(AgentTask task, Agent agent, Instant now) {
    var change = task.progressed(agent.name(), task.fence(), State.WORKING, "", now);
    if (change instanceof Change.Made(var working) && tasks.save(working)) {
      tellOfTask.of(working, agent, now);
      return Optional.of(working);
    }
    return Optional.empty();
  }
}
