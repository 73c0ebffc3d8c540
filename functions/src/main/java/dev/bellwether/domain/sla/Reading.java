package dev.bellwether.domain.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a clock's marks say, read in the order of their times.
///
/// @param promise where the promise itself stands, held up or not
/// @param ran when the clock ran, up to `runningSince` or to the end
/// @param runningSince null unless it runs
/// @param closedFrom how the promise stood when the subject ended; null while it is there
/// @param isHeld whether something holds it up
record Reading(
    Clock.State promise,
    @Nullable Instant startedAt,
    @Nullable Instant stoppedAt,
    List<Calendar.Span> ran,
    @Nullable Instant runningSince,
    Clock.@Nullable State closedFrom,
    boolean isHeld) {
  private static final Reading NOTHING =
      new Reading(Clock.State.PENDING, null, null, List.of(), null, null, false);

  /// Reads marks that are in order.
  static Reading of(Collection<Mark> inOrder) {
    var reading = NOTHING;
    for (var mark : inOrder) {
      reading = reading.then(mark);
    }
    return reading;
  }

  /// Says where the clock stands: one that would run stands still while it is held up.
  Clock.State state() {
    return promise == Clock.State.RUNNING && isHeld ? Clock.State.PAUSED : promise;
  }

  Optional<Instant> firstStart() {
    return Optional.ofNullable(startedAt);
  }

  Optional<Instant> stop() {
    return Optional.ofNullable(stoppedAt);
  }

  boolean isClosed() {
    return closedFrom != null;
  }

  /// Measures the time that has counted.
  Duration elapsedAt(Instant now, Calendar calendar) {
    return runningSince == null
        ? counted(calendar)
        : counted(calendar).plus(calendar.worked(runningSince, now));
  }

  /// Finds when so much will have counted, if it goes on running.
  Optional<Instant> instantOf(Duration elapsed, Calendar calendar) {
    if (runningSince == null) {
      return Optional.empty();
    }
    var missing = elapsed.minus(counted(calendar));
    return Optional.of(
        missing.isNegative() ? runningSince.plus(missing) : calendar.after(runningSince, missing));
  }

  private Duration counted(Calendar calendar) {
    var sum = Duration.ZERO;
    for (var span : ran) {
      sum = sum.plus(calendar.worked(span.from(), span.to()));
    }
    return sum;
  }

  private Reading then(Mark mark) {
    return switch (mark.kind()) {
      case START -> isStopped() || promise == Clock.State.RUNNING ? this : run(mark.at());
      case REOPEN -> closedFrom == null ? this : reopen(closedFrom, mark.at());
      case RELEASE -> isHeld ? released(mark.at()) : this;
      case PAUSE ->
          promise == Clock.State.RUNNING ? halt(Clock.State.PAUSED, null, mark.at()) : this;
      case HOLD -> isHeld ? this : held(mark.at());
      case STOP -> isStopped() ? this : halt(Clock.State.STOPPED, mark.at(), mark.at());
      case CLOSE -> isClosed() ? this : close(mark.at());
    };
  }

  private boolean isStopped() {
    return promise == Clock.State.STOPPED;
  }

  private Reading run(Instant at) {
    var first = startedAt == null ? at : startedAt;
    var since = isHeld ? null : at;
    return new Reading(Clock.State.RUNNING, first, null, ran, since, null, isHeld);
  }

  private Reading held(Instant at) {
    return new Reading(promise, startedAt, stoppedAt, ranUntil(at), null, closedFrom, true);
  }

  private Reading released(Instant at) {
    var since = promise == Clock.State.RUNNING ? at : null;
    return new Reading(promise, startedAt, stoppedAt, ran, since, closedFrom, false);
  }

  private Reading halt(Clock.State next, @Nullable Instant stop, Instant at) {
    return new Reading(next, startedAt, stop, ranUntil(at), null, closedFrom, isHeld);
  }

  private Reading close(Instant at) {
    var ended = isStopped() ? this : halt(Clock.State.STOPPED, at, at);
    return new Reading(
        Clock.State.STOPPED, startedAt, ended.stoppedAt(), ended.ran(), null, promise, isHeld);
  }

  private Reading reopen(Clock.State before, Instant at) {
    return switch (before) {
      case RUNNING -> run(at);
      case STOPPED -> new Reading(before, startedAt, stoppedAt, ran, null, null, isHeld);
      case PENDING, PAUSED -> new Reading(before, startedAt, null, ran, null, null, isHeld);
    };
  }

  private List<Calendar.Span> ranUntil(Instant at) {
    if (runningSince == null || !runningSince.isBefore(at)) {
      return ran;
    }
    var spans = new ArrayList<>(ran);
    spans.add(new Calendar.Span(runningSince, at));
    return List.copyOf(spans);
  }
}
