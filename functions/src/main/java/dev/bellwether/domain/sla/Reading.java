package dev.bellwether.domain.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a clock's marks say, read in the order of their times.
///
/// @param counted the time that counts, up to `runningSince` or to the end
/// @param runningSince null unless running
/// @param closedFrom how the promise stood when the subject ended; null while it is there
record Reading(
    Clock.State state,
    @Nullable Instant startedAt,
    @Nullable Instant stoppedAt,
    Duration counted,
    @Nullable Instant runningSince,
    Clock.@Nullable State closedFrom) {
  private static final Reading NOTHING =
      new Reading(Clock.State.PENDING, null, null, Duration.ZERO, null, null);

  /// Reads marks that are in order.
  static Reading of(Collection<Mark> inOrder) {
    var reading = NOTHING;
    for (var mark : inOrder) {
      reading = reading.then(mark);
    }
    return reading;
  }

  Optional<Instant> firstStart() {
    return Optional.ofNullable(startedAt);
  }

  Optional<Instant> stop() {
    return Optional.ofNullable(stoppedAt);
  }

  Duration elapsedAt(Instant now) {
    return runningSince == null || now.isBefore(runningSince)
        ? counted
        : counted.plus(Duration.between(runningSince, now));
  }

  Optional<Instant> instantOf(Duration elapsed) {
    return runningSince == null
        ? Optional.empty()
        : Optional.of(runningSince.plus(elapsed.minus(counted)));
  }

  boolean isClosed() {
    return closedFrom != null;
  }

  private Reading then(Mark mark) {
    return switch (mark.kind()) {
      case START -> isStopped() || state == Clock.State.RUNNING ? this : run(mark.at());
      case REOPEN -> closedFrom == null ? this : reopen(closedFrom, mark.at());
      case PAUSE -> state == Clock.State.RUNNING ? halt(Clock.State.PAUSED, null, mark.at()) : this;
      case STOP -> isStopped() ? this : halt(Clock.State.STOPPED, mark.at(), mark.at());
      case CLOSE -> isClosed() ? this : close(mark.at());
    };
  }

  private boolean isStopped() {
    return state == Clock.State.STOPPED;
  }

  private Reading run(Instant at) {
    var first = startedAt == null ? at : startedAt;
    return new Reading(Clock.State.RUNNING, first, null, counted, at, null);
  }

  private Reading halt(Clock.State next, @Nullable Instant stop, Instant at) {
    return new Reading(next, startedAt, stop, elapsedAt(at), null, closedFrom);
  }

  private Reading close(Instant at) {
    var ended = isStopped() ? this : halt(Clock.State.STOPPED, at, at);
    return new Reading(
        Clock.State.STOPPED, startedAt, ended.stoppedAt(), ended.counted(), null, state);
  }

  private Reading reopen(Clock.State before, Instant at) {
    return switch (before) {
      case RUNNING -> run(at);
      case STOPPED -> new Reading(before, startedAt, stoppedAt, counted, null, null);
      case PENDING, PAUSED -> new Reading(before, startedAt, null, counted, null, null);
    };
  }
}
