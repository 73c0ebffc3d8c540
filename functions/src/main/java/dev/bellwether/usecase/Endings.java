package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Escalation;
import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;

/// Says how an execution ends that did all its steps.
final class Endings {
  private Endings() {}

  static Ending of(Execution done) {
    return Escalation.reachedNobody(done)
        ? new Ending(ExecutionState.FAILED, "Nobody could be reached")
        : new Ending(ExecutionState.SUCCEEDED, "All its steps are done");
  }
}
