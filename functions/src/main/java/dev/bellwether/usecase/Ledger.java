package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// One worker's hand on an execution it holds: records what has become of it, and hears on the way
/// what it was told meanwhile.
final class Ledger {
  /// How old the last news may be when another step begins: so much later than it was told does an
  /// execution heed it at most.
  static final Duration FRESH_FOR = Duration.ofSeconds(1);

  private final ExecutionStore executions;
  private final String worker;
  private final InstantSource clock;
  private Instant heardAt;
  private boolean holdsResult;

  Ledger(ExecutionStore executions, String worker, InstantSource clock) {
    this.executions = executions;
    this.worker = worker;
    this.clock = clock;
    this.heardAt = clock.instant();
  }

  /// How an entry came out.
  sealed interface Entry {
    /// Recorded, as it is now: with what it was told meanwhile.
    record Made(Execution execution) implements Entry {}

    /// Not recorded: another worker holds it now.
    record Lost() implements Entry {}
  }

  /// Tells whether it is time to ask what the execution was told; asking is then up to the caller.
  boolean isNewsDue(Instant now) {
    var due = !now.isBefore(heardAt.plus(FRESH_FOR));
    if (due) {
      heardAt = now;
    }
    return due;
  }

  /// Tells whether to record before a stage: it must not be repeated blindly, or one like it was
  /// done since the last entry.
  boolean mustRecordBefore(boolean isCareful) {
    return isCareful || holdsResult;
  }

  /// Notes that a stage is done whose result is worth an entry before anything else is begun.
  void owesResult(boolean isCareful) {
    holdsResult |= isCareful;
  }

  /// Records. It keeps the claim while it runs.
  Entry record(Execution execution) {
    var now = clock.instant();
    var latest = execution;
    while (true) {
      switch (executions.record(latest, worker, now.plus(RunExecution.LEASE))) {
        case Recorded.Stored stored -> {
          heardAt = now;
          holdsResult = false;
          return new Entry.Made(latest);
        }
        case Recorded.Lost lost -> {
          return new Entry.Lost();
        }
        case Recorded.Told(var signals) -> latest = latest.hearing(signals);
      }
    }
  }
}
