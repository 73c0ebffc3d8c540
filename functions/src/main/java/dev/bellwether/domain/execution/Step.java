package dev.bellwether.domain.execution;

import dev.bellwether.domain.workflow.ActionSpec;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One action of an execution and what has become of it.
///
/// @param attempts calls begun so far
/// @param parameters as rendered for the newest attempt; empty before the first
/// @param result what came of it so far: of all of it once it succeeded
/// @param error the newest failure's reason; null when none happened or it succeeded since
public record Step(
    ActionSpec action,
    StepState state,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Map<String, Object> parameters,
    Map<String, Object> result,
    @Nullable String error) {

  public Step {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
  }

  /// A step that has not begun.
  public static Step pending(ActionSpec action) {
    return new Step(action, StepState.PENDING, 0, null, null, Map.of(), Map.of(), null);
  }

  /// Tells whether a call may have reached the outside without its result being known: the step was
  /// begun, and neither a result nor a failure was recorded.
  public boolean mayHaveHappened() {
    return state == StepState.RUNNING;
  }

  /// Begins an attempt.
  public Step startedAt(Instant now, Map<String, Object> rendered) {
    var first = startedAt == null ? now : startedAt;
    return new Step(action, StepState.RUNNING, attempts + 1, first, null, rendered, result, error);
  }

  /// Records success.
  public Step succeededAt(Instant now, Map<String, Object> newResult) {
    return new Step(
        action, StepState.SUCCEEDED, attempts, startedAt, now, parameters, newResult, null);
  }

  /// Records a failure that will be tried again, and what was achieved all the same.
  public Step waitingBecause(String reason, Map<String, Object> progress) {
    return new Step(
        action, StepState.WAITING, attempts, startedAt, null, parameters, progress, reason);
  }

  /// Records that it is not done yet, which is no failure: the attempt does not count.
  public Step pendingBecause(String reason, Map<String, Object> progress) {
    var kept = progress.isEmpty() ? result : progress;
    return new Step(
        action, StepState.WAITING, attempts - 1, startedAt, null, parameters, kept, reason);
  }

  /// Keeps what an attempt achieved although it failed; nothing achieved keeps what was before.
  public Step achieving(Map<String, Object> progress) {
    var kept = progress.isEmpty() ? result : progress;
    return new Step(action, state, attempts, startedAt, finishedAt, parameters, kept, error);
  }

  /// Records a failure that will not.
  public Step failedAt(Instant now, String reason) {
    return new Step(action, StepState.FAILED, attempts, startedAt, now, parameters, result, reason);
  }

  /// Records that the step will never begin, or not go on.
  public Step cancelledAt(Instant now) {
    return new Step(
        action, StepState.CANCELLED, attempts, startedAt, now, parameters, result, error);
  }
}
