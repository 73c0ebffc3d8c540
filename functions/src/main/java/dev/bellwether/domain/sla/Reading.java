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
record Reading(
    Clock.State state,
    @Nullable Instant startedAt,
    @Nullable Instant stoppedAt,
    Duration counted,
    @Nullable Instant runningSince,
    boolean closed) {
  private static final Reading NOTHING =
      new Reading(Clock.State.PENDING, null, null, Duration.ZERO, null, false);

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

  private Reading then(Mark mark) {
    return switch (mark.kind()) {
      case START ->
          state == Clock.State.STOPPED || state == Clock.State.RUNNING ? this : run(mark.at());
      case PAUSE -> state == Clock.State.RUNNING ? halt(Clock.State.PAUSED, null, mark.at()) : this;
      case STOP ->
          state == Clock.State.STOPPED ? this : halt(Clock.State.STOPPED, mark.at(), mark.at());
      case CLOSE ->
          (state == Clock.State.STOPPED ? this : halt(Clock.State.STOPPED, mark.at(), mark.at()))
              .close();
    };
  }

  private Reading run(Instant at) {
    var first = startedAt == null ? at : startedAt;
    return new Reading(Clock.State.RUNNING, first, null, counted, at, closed);
  }

  private Reading halt(Clock.State next, @Nullable Instant stop, Instant at) {
    return new Reading(next, startedAt, stop, elapsedAt(at), null, closed);
  }

  private Reading close() {
    return new Reading(state, startedAt, stoppedAt, counted, runningSince, true);
  }
}
