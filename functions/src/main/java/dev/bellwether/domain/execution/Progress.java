package dev.bellwether.domain.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far an execution has come: all of it that changes.
///
/// @param signals what people said to it, the oldest first
/// @param note what it waits for as a whole; null where its steps tell, or nothing is waited for
/// @param wakeAt when a queued or waiting execution is to go on; the sweep looks for those overdue
/// @param deadline when it is given up as `timed_out`
/// @param finishedAt null before its end
/// @param ending how it ends; set before the end while its `on_failure` actions run
public record Progress(
    ExecutionState state,
    List<Step> steps,
    List<Signal> signals,
    @Nullable String note,
    Instant wakeAt,
    Instant deadline,
    @Nullable Instant finishedAt,
    @Nullable Ending ending) {

  public Progress {
    steps = List.copyOf(steps);
    signals = List.copyOf(signals);
  }

  Progress in(ExecutionState newState, Instant wake, @Nullable String newNote) {
    return new Progress(newState, steps, signals, newNote, wake, deadline, finishedAt, ending);
  }

  Progress with(List<Step> newSteps) {
    return new Progress(state, newSteps, signals, note, wakeAt, deadline, finishedAt, ending);
  }

  Progress hearing(List<Signal> newSignals) {
    return new Progress(state, steps, newSignals, note, wakeAt, deadline, finishedAt, ending);
  }

  Progress comingTo(Ending newEnding, List<Step> newSteps, Instant newDeadline) {
    return new Progress(state, newSteps, signals, null, wakeAt, newDeadline, finishedAt, newEnding);
  }

  Progress endedAt(Instant now, Ending last, List<Step> newSteps) {
    return new Progress(last.state(), newSteps, signals, null, wakeAt, deadline, now, last);
  }
}
