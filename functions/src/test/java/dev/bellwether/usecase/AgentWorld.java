package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.domain.isolation.BranchConvention;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.testing.InMemoryAgentActivityStore;
import dev.bellwether.testing.InMemoryAgentStore;
import dev.bellwether.testing.InMemoryBranchStore;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.InMemoryConflictStore;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryTaskStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.usecase.port.ChangedLines;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;

/// Everything that coordinates agents, over stores in memory.
final class AgentWorld {
  final InMemoryAgentStore agents = new InMemoryAgentStore();
  final InMemoryAgentActivityStore activities = new InMemoryAgentActivityStore();
  final InMemoryClockStore clocks = new InMemoryClockStore();
  final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(() -> Instant.EPOCH);
  final InMemoryBranchStore branches = new InMemoryBranchStore();
  final InMemoryConflictStore conflicts = new InMemoryConflictStore();
  final TaskStore tasks;
  final RecordActivity recordActivity;
  final NoteSignOfLife noteSignOfLife;
  final Workforce workforce;
  final SteerTask steerTask;
  final AssignTask assignTask;
  final TakeNextTask takeNextTask;
  final ReportOnTask reportOnTask;
  final RedistributeTasks redistributeTasks;
  final CheckAgents checkAgents;
  final WatchAgents watchAgents;

  AgentWorld() {
    this(new InMemoryTaskStore());
  }

  AgentWorld(TaskStore tasks) {
    this.tasks = tasks;
    var patience = Patience.STANDARD;
    var start =
        new StartWorkflows(workflows, executions, executions, new RecordingExecutionQueue());
    var shadows = new RecordShadows(new InMemoryDeliveryStore(executions));
    recordActivity =
        new RecordActivity(
            activities,
            new ObserveClocks(
                clocks, new RecordingTimerQueue(), now -> Policies.STANDARD, ended -> {}),
            start,
            shadows);
    noteSignOfLife = new NoteSignOfLife(agents, patience);
    workforce = new Workforce(agents, tasks, patience);
    var tell = new TellOfTask(agents, recordActivity, patience);
    steerTask = new SteerTask(tasks, agents, tell);
    assignTask = new AssignTask(tasks, workforce, tell);
    takeNextTask = new TakeNextTask(tasks, noteSignOfLife, workforce, tell);
    reportOnTask = new ReportOnTask(tasks, agents, noteSignOfLife, tell);
    redistributeTasks = new RedistributeTasks(tasks, workforce, assignTask);
    checkAgents = new CheckAgents(agents, workforce, recordActivity, redistributeTasks, patience);
    watchAgents =
        new WatchAgents(
            new CachedRoster(() -> agents, BranchConvention.STANDARD),
            noteSignOfLife,
            recordActivity,
            new FindConflicts(branches, conflicts, ChangedLines.UNKNOWN),
            start,
            shadows);
  }

  AgentTask task(String id) {
    return tasks.find(id).orElseThrow();
  }
}
