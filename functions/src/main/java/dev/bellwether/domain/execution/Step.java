package dev.bellwether.domain.execution;

import dev.bellwether.domain.workflow.ActionSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One action of an execution and what has become of it.
///
/// @param stage which of its phase's stages it belongs to, from 0; those of one stage run together
/// @param calls begun so far
/// @param pendings of these, how many found it not done yet, which is no failure
/// @param failures the attempts that failed, the oldest first
/// @param startedAt when the first call began
/// @param wakeAt when a waiting step is to go on; null when it does not wait
/// @param parameters as rendered for the newest call; empty before the first
/// @param result what came of it so far: of all of it once it succeeded
/// @param note what is waited for, why it was skipped, or the newest failure; null where there is
///   nothing to say
public record Step(
    ActionSpec action,
    Phase phase,
    int stage,
    StepState state,
    int calls,
    int pendings,
    List<Attempt> failures,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant wakeAt,
    Map<String, Object> parameters,
    Map<String, Object> result,
    @Nullable String note) {

  public Step {
    failures = List.copyOf(failures);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
  }

  /// A step that has not begun.
  public static Step pending(ActionSpec action, Phase phase, int stage) {
    return new Step(
        action,
        phase,
        stage,
        StepState.PENDING,
        0,
        0,
        List.of(),
        null,
        null,
        null,
        Map.of(),
        Map.of(),
        null);
  }

  /// Counts the attempts: the calls that were not answered with "not done yet".
  public int attempts() {
    return calls - pendings;
  }

  /// Finds why it failed, where it did.
  public Optional<String> ifFailed() {
    return state == StepState.FAILED ? Optional.ofNullable(note) : Optional.empty();
  }

  /// Tells whether there is nothing to do about it when its execution is done over.
  boolean isWorthKeeping() {
    return state == StepState.SUCCEEDED || (state == StepState.SKIPPED && phase == Phase.MAIN);
  }

  /// Tells whether a call may have reached the outside without its result being known: the step was
  /// begun, and neither a result nor a failure was recorded.
  public boolean mayHaveHappened() {
    return state == StepState.RUNNING;
  }

  /// Tells whether it waits for a later instant.
  public boolean waitsAt(Instant now) {
    return state == StepState.WAITING && wakeAt != null && now.isBefore(wakeAt);
  }

  /// Computes for how long it has been tried.
  public Duration elapsedAt(Instant now) {
    return startedAt == null ? Duration.ZERO : Duration.between(startedAt, now);
  }

  /// Finds the instant after which it is given up.
  public Optional<Instant> deadline() {
    var first = startedAt;
    return first == null ? Optional.empty() : action.ifTimeout().map(first::plus);
  }

  /// Waits for its turn, which is put off.
  public Step delayedUntil(Instant instant) {
    return copy(StepState.WAITING, calls, pendings, failures, null, instant, result, "its delay");
  }

  /// Begins a call.
  public Step startedAt(Instant now, Map<String, Object> rendered) {
    return new Step(
        action,
        phase,
        stage,
        StepState.RUNNING,
        calls + 1,
        pendings,
        failures,
        startedAt == null ? now : startedAt,
        null,
        null,
        rendered,
        result,
        note);
  }

  /// Records success.
  public Step succeededAt(Instant now, Map<String, Object> newResult) {
    return copy(StepState.SUCCEEDED, calls, pendings, failures, now, null, newResult, null);
  }

  /// Records that it is not done yet, which is no failure.
  public Step pendingUntil(Instant instant, String reason, Map<String, Object> progress) {
    var kept = progress.isEmpty() ? result : progress;
    return copy(StepState.WAITING, calls, pendings + 1, failures, null, instant, kept, reason);
  }

  /// Records a failure, and keeps what was achieved all the same; nothing achieved keeps what was
  /// before.
  public Step failing(Instant now, Failure failure, Map<String, Object> progress) {
    var more = new ArrayList<>(failures);
    more.add(new Attempt(now, failure.code(), failure.reason()));
    var kept = progress.isEmpty() ? result : progress;
    return copy(state, calls, pendings, more, null, null, kept, failure.reason());
  }

  /// Waits for the next attempt.
  public Step retriedAt(Instant instant) {
    return copy(StepState.WAITING, calls, pendings, failures, null, instant, result, note);
  }

  /// Records that there will be no other attempt.
  public Step failedAt(Instant now, String because) {
    return copy(StepState.FAILED, calls, pendings, failures, now, null, result, because);
  }

  /// Records that its turn came and its condition did not hold.
  public Step skippedAt(Instant now, String because) {
    return copy(StepState.SKIPPED, calls, pendings, failures, now, null, result, because);
  }

  /// Records that the step will never begin, or not go on.
  public Step cancelledAt(Instant now) {
    return copy(StepState.CANCELLED, calls, pendings, failures, now, null, result, note);
  }

  private Step copy(
      StepState newState,
      int newCalls,
      int newPendings,
      List<Attempt> newFailures,
      @Nullable Instant end,
      @Nullable Instant wake,
      Map<String, Object> newResult,
      @Nullable String newNote) {
    return new Step(
        action,
        phase,
        stage,
        newState,
        newCalls,
        newPendings,
        newFailures,
        startedAt,
        end,
        wake,
        parameters,
        newResult,
        newNote);
  }
}
