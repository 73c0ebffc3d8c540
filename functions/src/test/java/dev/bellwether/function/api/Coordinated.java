package dev.bellwether.function.api;

import dev.bellwether.domain.agent.Patience;
import dev.bellwether.testing.InMemoryAgentStore;
import dev.bellwether.testing.InMemoryBranchStore;
import dev.bellwether.testing.InMemoryConflictStore;
import dev.bellwether.testing.InMemoryTaskStore;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.AssignTask;
import dev.bellwether.usecase.AwaitNextTask;
import dev.bellwether.usecase.DeclareFiles;
import dev.bellwether.usecase.NoteSignOfLife;
import dev.bellwether.usecase.RecordActivity;
import dev.bellwether.usecase.ReportOnTask;
import dev.bellwether.usecase.SteerTask;
import dev.bellwether.usecase.TakeNextTask;
import dev.bellwether.usecase.TellOfTask;
import dev.bellwether.usecase.Workforce;

/// What coordinates agents, over stores in memory; who waits for a task lets the time pass, and
/// something happen in it.
final class Coordinated {
  final InMemoryAgentStore agents = new InMemoryAgentStore();
  final InMemoryTaskStore tasks = new InMemoryTaskStore();
  final InMemoryConflictStore conflicts = new InMemoryConflictStore();
  final InMemoryBranchStore branches = new InMemoryBranchStore();
  Runnable meanwhile = () -> {};

  Coordination over(RecordActivity recordActivity, SettableTime clock) {
    var patience = Patience.STANDARD;
    var note = new NoteSignOfLife(agents, patience);
    var workforce = new Workforce(agents, tasks, patience);
    var tell = new TellOfTask(agents, recordActivity, patience);
    return new Coordination(
        agents,
        tasks,
        workforce,
        note,
        new AwaitNextTask(
            new TakeNextTask(tasks, note, workforce, tell),
            time -> {
              clock.pass(time);
              meanwhile.run();
            },
            clock),
        new ReportOnTask(tasks, agents, note, tell),
        new AssignTask(tasks, workforce, tell),
        new SteerTask(tasks, agents, tell),
        conflicts,
        new DeclareFiles(branches));
  }
}
