package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.usecase.port.Cooldowns;
import java.time.Instant;

/// Lets an execution begin, or not: what has to be asked before its first step and would cost
/// whoever starts it too much.
///
/// In this order: whether its workflow runs away, whether conditions hold that need facts looked
/// up, whether its subject is in a cooldown, whether others of its key are under way. Asked again
/// it answers the same, and lets in whom it let in.
public final class PassGate {
  private final GuardAgainstRunaways guard;
  private final DecideUndecided decide;
  private final Cooldowns cooldowns;
  private final EnterLane enterLane;

  /// Works on these.
  public PassGate(
      GuardAgainstRunaways guard,
      DecideUndecided decide,
      Cooldowns cooldowns,
      EnterLane enterLane) {
    this.guard = guard;
    this.decide = decide;
    this.cooldowns = cooldowns;
    this.enterLane = enterLane;
  }

  /// How it came out.
  public sealed interface Passage {
    /// It may begin.
    record Passed(Execution execution) implements Passage {}

    /// Not yet: ask again then.
    ///
    /// @param because what is waited for, for people
    record Later(Instant until, String because) implements Passage {}

    /// It is not to begin at all.
    ///
    /// @param execution with what was found out about it
    record Refused(Execution execution, Ending ending) implements Passage {
      static Refused cancelling(Execution execution, String because) {
        return new Refused(execution, new Ending(ExecutionState.CANCELLED, because));
      }
    }
  }

  /// Asks for an execution that has not begun.
  public Passage of(Execution execution, Instant now) {
    var runaway = guard.against(execution, now);
    if (runaway.isPresent()) {
      return Passage.Refused.cancelling(execution, runaway.get());
    }
    return switch (decide.of(execution, now)) {
      case Passage.Passed(var decided) -> cooled(decided, now);
      case Passage.Later later -> later;
      case Passage.Refused refused -> refused;
    };
  }

  private Passage cooled(Execution execution, Instant now) {
    var cooldown = execution.limits().cooldown();
    if (cooldown.isPositive() && !cooldowns.begin(execution, now, now.plus(cooldown))) {
      return Passage.Refused.cancelling(
          execution,
          "It ran for %s less than %d seconds ago"
              .formatted(execution.subject(), cooldown.toSeconds()));
    }
    return execution
        .limits()
        .ifConcurrent()
        .map(concurrency -> enterLane.of(execution, concurrency, now))
        .orElseGet(() -> new Passage.Passed(execution));
  }
}
