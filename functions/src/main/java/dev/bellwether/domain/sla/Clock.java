package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Measures one promise about one subject.
///
/// A clock is a set of [Mark]s; where it stands is read off them in the order of their times. So
/// the same events leave the same clock in whatever order, however often and however late they
/// come.
///
/// @param marks at most [#MAX_MARKS], the earliest
/// @param threshold how long is promised
/// @param facts about the subject, as of `factsAt`: for scheduled workflows and for messages
/// @param level the highest level announced, 0 for none
/// @param armed the highest level a timer was sent for, 0 for none
/// @param revision counts the writes to the store, from 1; 0 before the first
public record Clock(
    ClockId id,
    SortedSet<Mark> marks,
    Duration threshold,
    Facts facts,
    Instant factsAt,
    int level,
    int armed,
    long revision) {
  /// More than a subject sees in its life; a bound, so that nobody can grow an item without end.
  public static final int MAX_MARKS = 64;

  public Clock {
    marks = Collections.unmodifiableSortedSet(earliest(marks));
  }

  /// Where a clock stands.
  public enum State {
    /// Stopped before it started, so far as we know: the start may yet come.
    PENDING,
    RUNNING,
    PAUSED,
    STOPPED
  }

  /// Makes a clock of the first marks seen.
  public static Clock of(
      ClockId id, Collection<Mark> marks, Duration threshold, Facts facts, Instant factsAt) {
    return new Clock(id, new TreeSet<>(marks), threshold, facts, factsAt, 0, 0, 0);
  }

  /// Adds marks, and facts if they are newer; the same again changes nothing.
  public Clock merge(Collection<Mark> more, Facts newFacts, Instant newFactsAt) {
    var all = new TreeSet<>(marks);
    all.addAll(more);
    var newer = newFactsAt.isAfter(factsAt);
    return new Clock(
        id,
        all,
        threshold,
        newer ? newFacts : facts,
        newer ? newFactsAt : factsAt,
        level,
        armed,
        revision);
  }

  /// Records that a level was announced.
  public Clock reached(Level announced) {
    return new Clock(
        id,
        marks,
        threshold,
        facts,
        factsAt,
        announced.number(),
        Math.max(armed, announced.number()),
        revision);
  }

  /// Records that a timer was sent for a level.
  public Clock armedFor(Level next) {
    return new Clock(id, marks, threshold, facts, factsAt, level, next.number(), revision);
  }

  /// Copies the clock under a revision, for stores.
  public Clock withRevision(long newRevision) {
    return new Clock(id, marks, threshold, facts, factsAt, level, armed, newRevision);
  }

  /// Says where the clock stands.
  public State state() {
    return reading().state();
  }

  /// Finds when the promise began.
  public Optional<Instant> startedAt() {
    return reading().firstStart();
  }

  /// Finds when the promise was done with.
  public Optional<Instant> stoppedAt() {
    return reading().stop();
  }

  /// Tells whether the subject itself is still there: a reviewed pull request is open until closed.
  public boolean isSubjectOpen() {
    return !reading().closed();
  }

  /// Measures the time that counts, without pauses; of a stopped clock, all of it.
  public Duration elapsedAt(Instant now) {
    return reading().elapsedAt(now);
  }

  /// Finds the level the clock is at by its time alone, announced or not.
  public Optional<Level> levelAt(Instant now) {
    var elapsed = elapsedAt(now);
    Optional<Level> highest = Optional.empty();
    for (var candidate : Level.values()) {
      if (elapsed.compareTo(threshold.plus(candidate.offset())) >= 0) {
        highest = Optional.of(candidate);
      }
    }
    return highest;
  }

  /// Finds the next level not announced yet; nothing above [Level#CRITICAL].
  public Optional<Level> nextLevel() {
    return Level.numbered(level + 1);
  }

  /// Finds the instant of the next level, while the clock runs.
  public Optional<Instant> dueAt() {
    return nextLevel().flatMap(next -> reading().instantOf(threshold.plus(next.offset())));
  }

  private Reading reading() {
    return Reading.of(marks);
  }

  private static TreeSet<Mark> earliest(Collection<Mark> marks) {
    var sorted = new TreeSet<>(marks);
    while (sorted.size() > MAX_MARKS) {
      sorted.pollLast();
    }
    return sorted;
  }
}
