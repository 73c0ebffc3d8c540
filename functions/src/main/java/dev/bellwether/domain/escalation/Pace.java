package dev.bellwether.domain.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// When a channel takes messages that wants them one at a time: each message has a turn of its own,
/// in the order in which they ask.
///
/// Shared by all who send to the channel, as one small value that is replaced by its next.
///
/// @param freeAt when the next turn is
/// @param turns of those who wait, by what they ask for
/// @param revision counts what was stored, for a conditional write; 0 when nothing was
public record Pace(String channel, Instant freeAt, Map<String, Instant> turns, long revision) {
  /// A bound, so that nobody can grow an item without end; who comes after them asks again.
  static final int MOST_WAITING = 200;

  /// How long after its turn somebody is waited for.
  private static final Duration GRACE = Duration.ofHours(1);

  public Pace {
    turns = Map.copyOf(turns);
  }

  /// How asking came out.
  public sealed interface Answer {
    /// It is their turn, and over with that.
    record Now(Pace next) implements Answer {}

    /// Their turn is later.
    record Later(Pace next, Duration delay) implements Answer {}
  }

  /// The pace of a channel that nobody has sent to.
  public static Pace idle(String channel) {
    return new Pace(channel, Instant.EPOCH, Map.of(), 0);
  }

  /// Asks for a turn. Who waits for one and asks again has the same.
  ///
  /// @param key names the message for good
  /// @param each how long a turn is
  public Answer ask(String key, Duration each, Instant now) {
    var known = turns.get(key);
    if (known != null) {
      return known.isAfter(now) ? later(this, known, now) : new Answer.Now(without(key, now));
    }
    if (!freeAt.isAfter(now)) {
      return new Answer.Now(new Pace(channel, now.plus(each), kept(now), revision));
    }
    var waiting = kept(now);
    if (waiting.size() >= MOST_WAITING) {
      return later(this, freeAt, now);
    }
    waiting.put(key, freeAt);
    return later(new Pace(channel, freeAt.plus(each), waiting, revision), freeAt, now);
  }

  private static Answer later(Pace next, Instant turn, Instant now) {
    return new Answer.Later(next, Duration.between(now, turn));
  }

  private Pace without(String key, Instant now) {
    var waiting = kept(now);
    waiting.remove(key);
    return new Pace(channel, freeAt, waiting, revision);
  }

  private Map<String, Instant> kept(Instant now) {
    var kept = new HashMap<>(turns);
    kept.values().removeIf(turn -> turn.plus(GRACE).isBefore(now));
    return kept;
  }
}
