package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Lane;
import dev.bellwether.domain.execution.Lane.Entry;
import dev.bellwether.domain.execution.Lane.Ticket;
import dev.bellwether.domain.workflow.Concurrency;
import dev.bellwether.usecase.PassGate.Passage;
import dev.bellwether.usecase.port.LaneStore;
import java.time.Duration;
import java.time.Instant;

/// Lets an execution run beside the others of its key as their policy has it.
public final class EnterLane {
  /// How long one that waits for its turn sleeps at most; it is woken when its turn comes, and
  /// looks by itself in case that was lost.
  static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final LaneStore lanes;
  private final CancelExecution cancel;

  /// Works on these.
  public EnterLane(LaneStore lanes, CancelExecution cancel) {
    this.lanes = lanes;
    this.cancel = cancel;
  }

  /// Enters; as often as others change the lane at the same moment. Those it displaces are told
  /// before they are out of the lane, so that a crash in between leaves nobody running unseen.
  Passage of(Execution execution, Concurrency concurrency, Instant now) {
    while (true) {
      var lane = lanes.find(Lane.key(execution.workflow(), concurrency));
      switch (lane.enter(Ticket.of(execution), concurrency.policy(), now)) {
        case Entry.Runs(var next, var displaced) -> {
          displaced.forEach(other -> displace(other, execution, now));
          if (isKept(lane, next)) {
            return new Passage.Passed(execution);
          }
        }
        case Entry.Waits(var next, var before) -> {
          if (isKept(lane, next)) {
            return new Passage.Later(
                now.plus(LOOK_AGAIN), "its turn; %d before it".formatted(before));
          }
        }
        case Entry.Refused(var other) -> {
          return Passage.Refused.cancelling(execution, because(other, concurrency));
        }
      }
    }
  }

  private boolean isKept(Lane lane, Lane next) {
    return next.equals(lane) || lanes.replace(next);
  }

  private void displace(ExecutionId other, Execution execution, Instant now) {
    cancel.of(other, "workflow " + execution.workflow().id(), "A newer execution took over", now);
  }

  private static String because(ExecutionId other, Concurrency concurrency) {
    return switch (concurrency.policy()) {
      case CANCEL_PREVIOUS -> "A newer execution took over: " + other;
      case ALLOW, SKIP, QUEUE -> "Another execution for the same key is under way: " + other;
    };
  }
}
