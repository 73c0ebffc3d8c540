package dev.bellwether.function.api;

import dev.bellwether.function.CoordinationWiring;
import dev.bellwether.usecase.AssignTask;
import dev.bellwether.usecase.AwaitNextTask;
import dev.bellwether.usecase.DeclareFiles;
import dev.bellwether.usecase.NoteSignOfLife;
import dev.bellwether.usecase.ReportOnTask;
import dev.bellwether.usecase.SteerTask;
import dev.bellwether.usecase.Workforce;
import dev.bellwether.usecase.port.AgentStore;
import dev.bellwether.usecase.port.ConflictStore;
import dev.bellwether.usecase.port.TaskStore;

/// What coordinates agents.
record Coordination(
    AgentStore agents,
    TaskStore tasks,
    Workforce workforce,
    NoteSignOfLife noteSignOfLife,
    AwaitNextTask awaitNextTask,
    ReportOnTask reportOnTask,
    AssignTask assignTask,
    SteerTask steerTask,
    ConflictStore conflicts,
    DeclareFiles declareFiles) {
  static Coordination of(CoordinationWiring wiring) {
    return new Coordination(
        wiring.agents(),
        wiring.tasks(),
        wiring.workforce(),
        wiring.noteSignOfLife(),
        wiring.awaitNextTask(),
        wiring.reportOnTask(),
        wiring.assignTask(),
        wiring.steerTask(),
        wiring.conflicts(),
        wiring.declareFiles());
  }
}
