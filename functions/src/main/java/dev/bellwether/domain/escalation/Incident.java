package dev.bellwether.domain.escalation;

import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is open about a clock whose promise is broken: one incident for each clock, with its levels
/// inside it.
///
/// While somebody has acknowledged it, or it is snoozed, nobody is told of further levels; when
/// that is over and it is still open, it is escalated anew, at the level that it has come to
/// meanwhile.
///
/// @param level the highest level that was reached
/// @param told the highest level that people were told of
/// @param round how often it was escalated anew; 0 at first
/// @param hold who takes care of it, until when; null when nobody does
/// @param timeline what happened to it, the oldest first; of very much, the newest
/// @param revision counts the writes to the store, from 1; 0 before the first
public record Incident(
    ClockId clock,
    State state,
    int level,
    int told,
    int round,
    Instant openedAt,
    @Nullable Hold hold,
    @Nullable Instant resolvedAt,
    List<Entry> timeline,
    long revision) {
  /// The longest that anybody may keep an incident from being escalated.
  public static final Duration LONGEST_HOLD = Duration.ofDays(7);

  /// More than a clock sees in its life.
  private static final int MOST_ENTRIES = 50;

  private static final Pattern TRACKING_LINE = Pattern.compile("Incident `([0-9a-f-]{36})`");
  private static final String ITSELF = "bellwether";

  public Incident {
    timeline = List.copyOf(timeline);
  }

  /// Where an incident stands, in PagerDuty's words.
  public enum State {
    TRIGGERED,
    ACKNOWLEDGED,
    SNOOZED,
    RESOLVED
  }

  /// Somebody takes care of it, or nobody wants to hear of it, until an instant.
  public record Hold(String by, Instant until) {}

  /// One thing that happened to it.
  ///
  /// @param by a person, or `bellwether`
  public record Entry(Instant at, String by, String what) {}

  /// Opens one for a violation.
  public static Incident of(Violation violation) {
    return new Incident(
            violation.clock(),
            State.TRIGGERED,
            0,
            0,
            violation.round(),
            violation.detectedAt(),
            null,
            null,
            List.of(),
            0)
        .raised(violation, violation.detectedAt());
  }

  /// Names it in paths: the same clock, the same incident.
  public String key() {
    return key(clock);
  }

  /// Names the incident of a clock.
  public static String key(ClockId clock) {
    return UUID.nameUUIDFromBytes(clock.text().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /// Says in an issue which incident it tracks, and what people can do there.
  static String trackingLine(ClockId clock) {
    return "Incident `%s`: comment `/ack` to take care of it.".formatted(key(clock));
  }

  /// Finds the key of the incident that an issue with this text tracks.
  public static Optional<String> trackedBy(String text) {
    return TRACKING_LINE.matcher(text).results().map(line -> line.group(1)).findFirst();
  }

  /// Takes in that a level was reached, or that it is escalated anew; the same again changes
  /// nothing. A level that is reached once nobody holds it any more escalates it anew itself, so
  /// that whichever comes first of the two opens the round, and the other one finds it open.
  public Incident raised(Violation violation, Instant now) {
    var isHigher = violation.level().number() > level;
    var isAskedAnew = violation.round() > round && wasHeld() && !isHeldAt(now);
    var isNextRound = isAskedAnew || (isHigher && wasHeld() && !isHeldAt(now));
    if (!isHigher && !isNextRound) {
      return this;
    }
    var isAnew = isNextRound || state == State.RESOLVED;
    var what =
        "Level %d reached after %d s"
            .formatted(violation.level().number(), violation.elapsed().toSeconds());
    return new Incident(
        clock,
        isAnew ? State.TRIGGERED : state,
        Math.max(level, violation.level().number()),
        told,
        isNextRound ? Math.max(violation.round(), round + 1) : round,
        openedAt,
        isAnew ? null : hold,
        null,
        with(
            new Entry(
                violation.detectedAt(), ITSELF, isAnew && round > 0 ? what + ", anew" : what)),
        revision);
  }

  /// Records that people were told of a level, and so that nobody holds it; the same again changes
  /// nothing.
  public Incident told(Level now, Instant at) {
    if (now.number() <= told) {
      return this;
    }
    var isOver = wasHeld() && !isHeldAt(at);
    return with(
        isOver ? State.TRIGGERED : state,
        now.number(),
        isOver ? null : hold,
        resolvedAt,
        new Entry(at, ITSELF, "Told people of level " + now.number()));
  }

  /// Tells whether people were told already of what a violation says, or are being told more: when
  /// it is escalated anew while it comes to its next level, one of the two is enough.
  public boolean hasTold(Violation violation) {
    var number = violation.level().number();
    return violation.round() > round
        || (violation.round() < round && told >= number)
        || (round > 0 && number < level);
  }

  /// Copies a violation as one of the round that is open: whatever comes up in a round has the same
  /// causes, and starts from what people were told of before it.
  public Violation inRound(Violation violation) {
    return round == 0
        ? violation
        : violation.inRound(round).since(Math.min(violation.previousLevel(), told));
  }

  /// Tells whether nobody is to be told now.
  public boolean isHeldAt(Instant now) {
    return hold != null && now.isBefore(hold.until());
  }

  /// Tells whether somebody holds it, or did until a while ago and nothing has come of it since.
  public boolean wasHeld() {
    return hold != null;
  }

  /// Finds when it is to be escalated anew unless it is resolved before.
  public Optional<Instant> dueAt() {
    return Optional.ofNullable(hold).filter(h -> state != State.RESOLVED).map(Hold::until);
  }

  /// Somebody takes care of it until an instant.
  public Incident acknowledged(String by, Instant now, Instant until) {
    return held(State.ACKNOWLEDGED, "Acknowledged until ", by, now, until);
  }

  /// Nobody wants to hear of it until an instant.
  public Incident snoozed(String by, Instant now, Instant until) {
    return held(State.SNOOZED, "Snoozed until ", by, now, until);
  }

  /// Nobody is to be told for a reason of its own until an instant; the same reason again only
  /// lasts longer.
  public Incident muted(Hold mute, Instant now) {
    var isSame = hold != null && hold.by().equals(mute.by());
    return isSame && state == State.SNOOZED
        ? new Incident(clock, state, level, told, round, openedAt, mute, null, timeline, revision)
        : snoozed(mute.by(), now, mute.until());
  }

  /// Is over; the same again changes nothing.
  ///
  /// @param by who says so
  public Incident resolved(String by, Instant now) {
    return state == State.RESOLVED
        ? this
        : with(State.RESOLVED, told, null, now, new Entry(now, by, "Resolved"));
  }

  /// Is over because the clock has stopped.
  public Incident resolved(Instant now) {
    return resolved(ITSELF, now);
  }

  /// Copies it under a revision, for stores.
  public Incident withRevision(long newRevision) {
    return new Incident(
        clock, state, level, told, round, openedAt, hold, resolvedAt, timeline, newRevision);
  }

  private Incident held(State next, String what, String by, Instant now, Instant until) {
    return state == State.RESOLVED
        ? this
        : with(next, told, new Hold(by, until), null, new Entry(now, by, what + until));
  }

  private Incident with(
      State next, int newTold, @Nullable Hold newHold, @Nullable Instant end, Entry entry) {
    return new Incident(
        clock, next, level, newTold, round, openedAt, newHold, end, with(entry), revision);
  }

  private List<Entry> with(Entry entry) {
    var entries = new ArrayList<>(timeline);
    entries.add(entry);
    return entries.subList(Math.max(0, entries.size() - MOST_ENTRIES), entries.size());
  }
}
