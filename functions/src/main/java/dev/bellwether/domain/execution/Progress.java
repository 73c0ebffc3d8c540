package dev.bellwether.domain.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an execution has come: all of it that changes.
///
/// @param signals what people said to it, the oldest first
/// @param admittedAt when it was let in and could begin; null before
/// @param note what it waits for as a whole; null where its steps tell, or nothing is waited for
/// @param wakeAt when a queued or waiting execution is to go on; the sweep looks for those overdue
/// @param deadline when it is given up as `timed_out`
/// @param finishedAt null before its end
/// @param ending how it ends; set before the end while its `on_failure` actions run
public record Progress(
    ExecutionState state,
    List<Step> steps,
    List<Signal> signals,
    @Nullable Instant admittedAt,
    @Nullable String note,
    Instant wakeAt,
    Instant deadline,
    @Nullable Instant finishedAt,
    @Nullable Ending ending) {

  public Progress {
    steps = List.copyOf(steps);
    signals = List.copyOf(signals);
  }

  static Progress queued(List<Step> steps, Instant now, Instant deadline) {
    return new Progress(
        ExecutionState.QUEUED, steps, List.of(), null, null, now, deadline, null, null);
  }

  Progress in(ExecutionState newState, Instant wake, @Nullable String newNote) {
    return new Progress(
        newState, steps, signals, admittedAt, newNote, wake, deadline, finishedAt, ending);
  }

  Progress with(List<Step> newSteps) {
    return new Progress(
        state, newSteps, signals, admittedAt, note, wakeAt, deadline, finishedAt, ending);
  }

  Progress hearing(List<Signal> newSignals) {
    return new Progress(
        state, steps, newSignals, admittedAt, note, wakeAt, deadline, finishedAt, ending);
  }

  Progress admitted(Instant now) {
    return new Progress(state, steps, signals, now, note, wakeAt, deadline, finishedAt, ending);
  }

  Progress comingTo(Ending newEnding, List<Step> newSteps, Instant newDeadline) {
    return new Progress(
        state, newSteps, signals, admittedAt, null, wakeAt, newDeadline, finishedAt, newEnding);
  }

  Progress endedAt(Instant now, Ending last, List<Step> newSteps) {
    return new Progress(
        last.state(), newSteps, signals, admittedAt, null, wakeAt, deadline, now, last);
  }
}
