package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Measures one promise about one subject.
///
/// A clock is a set of [Mark]s; where it stands is read off them in the order of their times. So
/// the same events leave the same clock in whatever order, however often and however late they
/// come.
///
/// @param marks of each kind at most [#MAX_MARKS], the earliest
/// @param terms what is promised, as of `factsAt`
/// @param facts the flat facts about the subject, without the payload, as of `factsAt`: for
///   scheduled workflows and for messages
/// @param level the highest level announced, 0 for none
/// @param armed the highest level a timer was sent for, for the instant at which it is due now; 0
///   for none
/// @param revision counts the writes to the store, from 1; 0 before the first
public record Clock(
    ClockId id,
    SortedSet<Mark> marks,
    Terms terms,
    Facts facts,
    Instant factsAt,
    int level,
    int armed,
    long revision) {
  /// More than a subject sees in its life; a bound, so that nobody can grow an item without end.
  /// One for each kind, so that no number of pauses keeps an end from being seen.
  public static final int MAX_MARKS = 16;

  /// How long after its end a subject is judged, so that what happened before it and is told after
  /// it is counted: webhooks overtake each other by seconds.
  public static final Duration SETTLING = Duration.ofMinutes(1);

  /// Changes with everything that is said about a subject.
  private static final String TOUCHED = "updated_at";

  public Clock {
    marks = Collections.unmodifiableSortedSet(earliest(marks));
  }

  /// Where a clock stands.
  public enum State {
    /// Neither started nor stopped, so far as we know: a draft, or a start that is yet to come.
    PENDING,
    RUNNING,
    PAUSED,
    STOPPED
  }

  /// Makes a clock of the first marks seen.
  public static Clock of(
      ClockId id, Collection<Mark> marks, Terms terms, Facts facts, Instant factsAt) {
    return new Clock(id, new TreeSet<>(marks), terms, facts, factsAt, 0, 0, 0);
  }

  /// Adds marks, and facts if they are newer; the same again changes nothing. Of facts of one
  /// instant some stay, the same ones in whatever order they come; `updated_at` is the latest of
  /// all that were ever seen.
  ///
  /// A timer that was sent is forgotten when the marks move the instant it was for.
  public Clock merge(Collection<Mark> more, Facts newFacts, Instant newFactsAt) {
    var all = new TreeSet<>(marks);
    all.addAll(more);
    var order = newFactsAt.compareTo(factsAt);
    var newer = order != 0 ? order > 0 : text(newFacts).compareTo(text(facts)) > 0;
    var merged =
        new Clock(
            id,
            all,
            terms,
            lastTouched(newer ? newFacts : facts, newer ? facts : newFacts),
            newer ? newFactsAt : factsAt,
            level,
            armed,
            revision);
    return merged.armedAsBefore(this);
  }

  /// Puts the clock under other terms; the same again changes nothing. A timer that was sent is
  /// forgotten when that moves the instant it was for.
  public Clock under(Terms other) {
    return new Clock(id, marks, other, facts, factsAt, level, armed, revision).armedAsBefore(this);
  }

  private Clock armedAsBefore(Clock before) {
    return dueAt().equals(before.dueAt()) ? this : withArmed(level);
  }

  /// Records that a level was announced.
  public Clock reached(Level announced) {
    return new Clock(
        id,
        marks,
        terms,
        facts,
        factsAt,
        announced.number(),
        Math.max(armed, announced.number()),
        revision);
  }

  /// Records that a timer was sent for a level.
  public Clock armedFor(Level next) {
    return withArmed(next.number());
  }

  /// Copies the clock under a revision, for stores.
  public Clock withRevision(long newRevision) {
    return new Clock(id, marks, terms, facts, factsAt, level, armed, newRevision);
  }

  /// Says how long is promised.
  public Duration threshold() {
    return terms.threshold();
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
    return !reading().isClosed();
  }

  /// Measures the time that counts, without pauses and in the hours that count; of a stopped clock,
  /// all of it.
  public Duration elapsedAt(Instant now) {
    return reading().elapsedAt(now, terms.calendar());
  }

  /// Finds the level the clock is at by its time alone, announced or not.
  public Optional<Level> levelAt(Instant now) {
    return terms.reachedBy(elapsedAt(now));
  }

  /// Finds the next level not announced yet; nothing above [Level#CRITICAL].
  public Optional<Level> nextLevel() {
    return Level.numbered(level + 1);
  }

  /// Finds when somebody should look after the clock: while it runs, at the instant of the next
  /// level; when its subject ended past a level not announced, soon after the end.
  public Optional<Instant> dueAt() {
    var reading = reading();
    return reading.state() == State.STOPPED
        ? reading.stop().filter(end -> unannouncedAt(end).isPresent()).map(e -> e.plus(SETTLING))
        : nextLevel().flatMap(next -> reading.instantOf(terms.at(next), terms.calendar()));
  }

  /// Finds the level the clock is at by its time and that was not announced.
  public Optional<Level> unannouncedAt(Instant now) {
    return levelAt(now).filter(reached -> reached.number() > level);
  }

  /// Finds the level that wants a timer: it is due until then, and none was sent for it.
  public Optional<Level> timerUntil(Instant until) {
    return dueAt()
        .filter(due -> !due.isAfter(until))
        .flatMap(due -> nextLevel())
        .filter(next -> armed < next.number());
  }

  /// Measures how long it is until the clock is due; nothing once it is overdue.
  public Duration untilDue(Instant now) {
    return dueAt()
        .filter(now::isBefore)
        .map(due -> Duration.between(now, due))
        .orElse(Duration.ZERO);
  }

  /// Makes the violation of a level the clock has reached.
  ///
  /// @throws IllegalStateException when the clock never started, and so has reached none
  public Violation violation(Level reached, Instant now) {
    var start =
        startedAt().orElseThrow(() -> new IllegalStateException(id + " has not started: no level"));
    return new Violation(
        id,
        reached,
        level,
        start,
        terms.threshold(),
        elapsedAt(now),
        now,
        stoppedAt().orElse(null),
        List.of(),
        facts);
  }

  /// Finds the facts about the subject as they are at an instant: those last seen, and for a
  /// running build the `build_duration` so far, in seconds.
  public Facts factsAsOf(Instant now) {
    return id.metric() == Metric.BUILD_TIME && state() == State.RUNNING
        ? facts.with("build_duration", elapsedAt(now).toSeconds())
        : facts;
  }

  private Clock withArmed(int newArmed) {
    return new Clock(id, marks, terms, facts, factsAt, level, newArmed, revision);
  }

  private static Facts lastTouched(Facts kept, Facts others) {
    var known = kept.text(TOUCHED);
    return others
        .text(TOUCHED)
        .filter(other -> known.filter(k -> k.compareTo(other) >= 0).isEmpty())
        .map(latest -> kept.with(TOUCHED, latest))
        .orElse(kept);
  }

  private static String text(Facts facts) {
    return facts.with(TOUCHED, null).toString();
  }

  private Reading reading() {
    return Reading.of(marks);
  }

  private static SortedSet<Mark> earliest(Collection<Mark> marks) {
    var kept = new TreeSet<Mark>();
    var seen = new EnumMap<Mark.Kind, Integer>(Mark.Kind.class);
    for (var mark : new TreeSet<>(marks)) {
      if (seen.merge(mark.kind(), 1, Integer::sum) <= MAX_MARKS) {
        kept.add(mark);
      }
    }
    return kept;
  }
}
