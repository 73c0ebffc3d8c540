package dev.bellwether.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one channel is to tell about one repository in one minute: the first few notices one by
/// one, at once, and all others at the end of the minute together, in one message.
///
/// Shared by all who send, as one small value that is replaced by its next. One of those that wait
/// tells for all of them; the others wait until it has, and one of them takes over if it does not.
///
/// @param id names it for good, with its minute in it
/// @param until when the minute ends
/// @param alone the keys of those told one by one
/// @param waiting the others, in the order in which they came
/// @param teller who tells for all; null until the minute is over
/// @param isTold whether it has
/// @param revision counts what was stored, for a conditional write; 0 when nothing was
public record NoticeGroup(
    String id,
    Instant until,
    List<String> alone,
    List<Line> waiting,
    @Nullable Teller teller,
    boolean isTold,
    long revision) {
  /// How many are told one by one: few enough to be read, and enough that a day like any other
  /// never sees a list.
  static final int MOST_ALONE = 3;

  /// A bound, so that nobody can grow an item without end; who comes after them is told alone.
  static final int MOST_WAITING = 200;

  private static final int LONGEST_LINE = 300;

  /// How long the one that tells for all may take.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(10);

  public NoticeGroup {
    alone = List.copyOf(alone);
    waiting = List.copyOf(waiting);
  }

  /// A notice that is told with others.
  ///
  /// @param key names the notice for good
  /// @param text says it in one line
  public record Line(String key, String text) {}

  /// The one that tells for all.
  ///
  /// @param key names its notice
  /// @param until when another may take over
  public record Teller(String key, Instant until) {}

  /// How asking came out.
  public sealed interface Answer {
    /// It is told by itself, now.
    record Alone(NoticeGroup next) implements Answer {}

    /// It is told with others, and not yet.
    record Later(NoticeGroup next, Duration delay) implements Answer {}

    /// It tells for all that wait, now.
    record Together(NoticeGroup next) implements Answer {}

    /// Another has told it.
    record ByAnother() implements Answer {}
  }

  /// A group in which nothing was told.
  ///
  /// @param of what tells it from other groups of the same minute
  /// @param since an instant in its minute
  public static NoticeGroup empty(String of, Instant since) {
    var minute = since.truncatedTo(ChronoUnit.MINUTES);
    return new NoticeGroup(
        of + " " + minute,
        minute.plus(1, ChronoUnit.MINUTES),
        List.of(),
        List.of(),
        null,
        false,
        0);
  }

  /// Tells whether it knows a notice.
  public boolean has(String key) {
    return alone.contains(key) || waits(key);
  }

  /// Tells whether it takes more.
  public boolean isOpenAt(Instant now) {
    return now.isBefore(until) && teller == null && waiting.size() < MOST_WAITING;
  }

  private boolean waits(String key) {
    return waiting.stream().map(Line::key).anyMatch(key::equals);
  }

  /// Asks how a notice is to be told; until it is, it is asked again.
  public Answer ask(Line line, Instant now) {
    if (alone.contains(line.key())) {
      return new Answer.Alone(this);
    }
    if (waits(line.key())) {
      return ofWaiting(line.key(), now);
    }
    if (teller != null || waiting.size() >= MOST_WAITING) {
      return new Answer.Alone(this);
    }
    return alone.size() < MOST_ALONE
        ? new Answer.Alone(withAlone(line.key()))
        : withWaiting(line).ofWaiting(line.key(), now);
  }

  private Answer ofWaiting(String key, Instant now) {
    if (now.isBefore(until)) {
      return new Answer.Later(this, Duration.between(now, until));
    }
    if (isTold) {
      return new Answer.ByAnother();
    }
    if (teller == null || !now.isBefore(teller.until())) {
      var next = new Teller(key, now.plus(PATIENCE));
      return new Answer.Together(new NoticeGroup(id, until, alone, waiting, next, false, revision));
    }
    return teller.key().equals(key)
        ? new Answer.Together(this)
        : new Answer.Later(this, ASKED_AGAIN_AFTER);
  }

  /// Notes that all that wait were told.
  public NoticeGroup told() {
    return new NoticeGroup(id, until, alone, waiting, teller, true, revision);
  }

  private NoticeGroup withAlone(String key) {
    var more = Stream.concat(alone.stream(), Stream.of(key)).toList();
    return new NoticeGroup(id, until, more, waiting, teller, isTold, revision);
  }

  private NoticeGroup withWaiting(Line line) {
    var cut = new Line(line.key(), Notice.cut(line.text(), LONGEST_LINE));
    var more = Stream.concat(waiting.stream(), Stream.of(cut)).toList();
    return new NoticeGroup(id, until, alone, more, teller, isTold, revision);
  }

  /// Copies it under a revision, for stores.
  public NoticeGroup withRevision(long newRevision) {
    return new NoticeGroup(id, until, alone, waiting, teller, isTold, newRevision);
  }
}
