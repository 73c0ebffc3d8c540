package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.usecase.port.AgentStore;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Takes what the holder of a task says about it, under its fence.
///
/// A report that comes twice counts once; one under a fence that is not the last one changes
/// nothing, but shows that who sent it lives.
public final class ReportOnTask {
  private final TaskStore tasks;
  private final AgentStore agents;
  private final NoteSignOfLife noteSignOfLife;
  private final TellOfTask tellOfTask;

  /// Works on these.
  public ReportOnTask(
      TaskStore tasks, AgentStore agents, NoteSignOfLife noteSignOfLife, TellOfTask tellOfTask) {
    this.tasks = tasks;
    this.agents = agents;
    this.noteSignOfLife = noteSignOfLife;
    this.tellOfTask = tellOfTask;
  }

  /// Who reports, and under which fence.
  public record Holder(String agent, int fence) {}

  /// What a holder may say.
  ///
  /// @param state how the task is now; `QUEUED` gives it back
  public record Report(State state, String note, Map<String, Object> result) {}

  /// Takes a report.
  ///
  /// @return nothing when there is no such task
  /// @throws IllegalArgumentException when the state is not for a holder to say
  public Optional<Change> of(String id, Holder holder, Report report, Instant now) {
    var sender = agents.find(holder.agent());
    sender.ifPresent(a -> noteSignOfLife.of(a.name(), a.profile().type(), Sign.HEARTBEAT, now));
    var changed = new Tasks(tasks).change(id, task -> change(task, holder, report, now));
    sender.ifPresent(agent -> changed.ifPresent(made -> tell(made, agent, now)));
    return changed.map(Tasks.Changed::change);
  }

  private void tell(Tasks.Changed changed, Agent agent, Instant now) {
    if (!(changed.change() instanceof Change.Made(var task))) {
      return;
    }
    if (changed.isNew()) {
      tellOfTask.of(task, agent, now);
    } else {
      tellOfTask.again(task, agent, now);
    }
  }

  private static Change change(AgentTask task, Holder holder, Report report, Instant now) {
    var agent = holder.agent();
    var fence = holder.fence();
    return switch (report.state()) {
      case WORKING, WAITING -> task.progressed(agent, fence, report.state(), report.note(), now);
      case DONE, FAILED ->
          task.ended(agent, fence, report.state(), report.note(), report.result(), now);
      case QUEUED -> task.released(agent, fence, report.note(), now);
      case ASSIGNED, CANCELLED ->
          throw new IllegalArgumentException(report.state() + " is not for a holder to say");
    };
  }
}
