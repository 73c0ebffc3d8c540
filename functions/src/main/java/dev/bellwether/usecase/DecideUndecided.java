package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.usecase.PassGate.Passage;
import java.time.Instant;

/// Looks up the facts that an execution's conditions need, and judges them.
public final class DecideUndecided {
  /// Decides; one whose conditions were judged already passes at once.
  Passage of(Execution execution, Instant now) {
    return new Passage.Passed(execution);
  }
}
