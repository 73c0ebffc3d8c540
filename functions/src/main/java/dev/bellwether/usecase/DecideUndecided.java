package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.workflow.LookedUp;
import dev.bellwether.usecase.PassGate.Passage;
import dev.bellwether.usecase.port.Lookups;
import dev.bellwether.usecase.port.Lookups.Answer;
import dev.bellwether.usecase.port.Urgency;
import dev.bellwether.usecase.port.Urgency.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Looks up the facts that an execution's conditions need and judges them. Where they do not hold
/// the execution ends without having done anything.
public final class DecideUndecided {
  /// How long to wait before GitHub is asked again that did not answer, and named no time.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Supplier<Lookups> lookups;

  /// Works on this.
  ///
  /// @param lookups asked for when there is something to look up
  public DecideUndecided(Supplier<Lookups> lookups) {
    this.lookups = lookups;
  }

  /// Decides; one whose conditions were judged already passes at once.
  Passage of(Execution execution, Instant now) {
    return execution
        .ifUndecided()
        .map(conditions -> decided(execution, conditions, now))
        .orElseGet(() -> new Passage.Passed(execution));
  }

  private Passage decided(Execution execution, Condition conditions, Instant now) {
    var wanted = LookedUp.missing(conditions, execution.facts());
    var answer =
        urgency(execution)
            .run(() -> lookups.get().lookUp(execution.subject(), execution.facts(), wanted));
    return switch (answer) {
      case Answer.Found(var facts) -> {
        var explained = conditions.explain(facts.at(now));
        var judged = execution.decided(facts.at(now), explained);
        yield explained.truth() == Truth.TRUE
            ? new Passage.Passed(judged)
            : Passage.Refused.cancelling(judged, Because.not(explained));
      }
      case Answer.Failed(Failure.Transient passing) ->
          new Passage.Later(
              now.plus(passing.askedWait().orElse(PATIENCE)), "GitHub: " + passing.reason());
      case Answer.Failed(Failure.Permanent lasting) ->
          new Passage.Refused(
              execution,
              new Ending(
                  ExecutionState.FAILED, "Facts could not be looked up: " + lasting.reason()));
    };
  }

  /// One that waits at its gate has a note that says for what.
  private static Urgency urgency(Execution execution) {
    return new Urgency(
        execution.limits().priority(),
        execution.progress().note() == null ? Turn.FIRST : Turn.AGAIN);
  }
}
