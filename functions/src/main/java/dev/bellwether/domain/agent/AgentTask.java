package dev.bellwether.domain.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Work for one agent at a time.
///
/// Whoever is given it holds a lease with a number, the fence, which grows with every assignment.
/// What a holder reports counts under its own fence only; so one that was silent, and comes back
/// after the task went to another, changes nothing.
///
/// @param lease who holds it; of a task that has ended, who did it; null in the queue
/// @param fence the number of the last lease; 0 before the first
/// @param moves how often it went from one holder to another, since a person last looked after it
/// @param note what was said about it last
/// @param result what came of it
/// @param changedAt when its state changed last
/// @param revision counts the writes to the store, from 1; 0 before the first
public record AgentTask(
    String id,
    Brief brief,
    State state,
    @Nullable Lease lease,
    int fence,
    int moves,
    String note,
    Map<String, Object> result,
    Instant createdAt,
    Instant changedAt,
    long revision) {
  /// A task that nobody gets done is for people, and not for one agent after another.
  public static final int MOST_MOVES = 3;

  /// How long a holder is left in peace, so that tasks do not wander between busy agents.
  public static final Duration COOL_DOWN = Duration.ofMinutes(10);

  /// Where a task stands.
  public enum State {
    /// Nobody holds it.
    QUEUED,
    /// Somebody was given it and has not taken it up yet.
    ASSIGNED,
    WORKING,
    /// Its holder waits for a review, a build or a person.
    WAITING,
    DONE,
    FAILED,
    CANCELLED;

    /// Tells whether nothing more happens to the task.
    public boolean isEnd() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /// What makes somebody the holder.
  public record Lease(String holder, int fence, Instant since) {}

  /// What came of a wish to change a task.
  public sealed interface Change {
    /// The task as it is then; as it was, when it had been changed so before.
    record Made(AgentTask task) implements Change {}

    /// It stays as it is.
    record Refused(String because) implements Change {}
  }

  public AgentTask {
    result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
  }

  /// Makes a task in the queue.
  public static AgentTask of(String id, Brief brief, Instant now) {
    return new AgentTask(id, brief, State.QUEUED, null, 0, 0, "", Map.of(), now, now, 0);
  }

  /// Tells whether somebody holds it.
  public boolean isHeld() {
    return state != State.QUEUED && !state.isEnd();
  }

  /// Finds who holds it, or did it.
  public Optional<Lease> ifLeased() {
    return Optional.ofNullable(lease);
  }

  /// Gives a task of the queue to somebody, under the next fence.
  public Change assignedTo(String agent, Instant now) {
    if (state != State.QUEUED) {
      return refused("It is not in the queue: it is " + word());
    }
    var next = fence + 1;
    var more = fence > 0 ? moves + 1 : moves;
    var given = new Lease(agent, next, now);
    return made(State.ASSIGNED, given, next, more, "", result, now);
  }

  /// Notes how its holder gets on; that also takes the task up.
  ///
  /// @param how `WORKING` or `WAITING`
  public Change progressed(String holder, int under, State how, String said, Instant now) {
    if (how != State.WORKING && how != State.WAITING) {
      throw new IllegalArgumentException(how + " is no progress");
    }
    return refusal(holder, under)
        .or(() -> endedAlready())
        .<Change>map(Change.Refused::new)
        .orElseGet(() -> made(how, lease, fence, moves, said, result, now));
  }

  /// Ends it as its holder says; the same said again changes nothing.
  ///
  /// @param end `DONE` or `FAILED`
  public Change ended(
      String holder, int under, State end, String said, Map<String, Object> came, Instant now) {
    if (end != State.DONE && end != State.FAILED) {
      throw new IllegalArgumentException(end + " is not for a holder to say");
    }
    var refusal = refusal(holder, under);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (state == end) {
      return new Change.Made(this);
    }
    return endedAlready()
        .<Change>map(Change.Refused::new)
        .orElseGet(() -> made(end, lease, fence, moves, said, came, now));
  }

  /// Puts it back into the queue as its holder wishes.
  public Change released(String holder, int under, String said, Instant now) {
    var tired =
        Optional.of("It was moved %d times: report it as failed".formatted(MOST_MOVES))
            .filter(why -> moves >= MOST_MOVES);
    return refusal(holder, under)
        .or(() -> endedAlready())
        .or(() -> tired)
        .<Change>map(Change.Refused::new)
        .orElseGet(() -> made(State.QUEUED, null, fence, moves, said, result, now));
  }

  /// Takes it from its holder and puts it back into the queue, if it may be moved.
  public Change takenAway(String because, Instant now) {
    return whyNotMoved(now)
        .<Change>map(Change.Refused::new)
        .orElseGet(() -> made(State.QUEUED, null, fence, moves, because, result, now));
  }

  /// Puts it back into the queue because a person wants it, with all its moves before it again.
  public Change requeued(String because, Instant now) {
    return state.isEnd()
        ? refused("It has ended: it is " + word())
        : made(State.QUEUED, null, fence, 0, because, result, now);
  }

  /// Ends it because a person wants it; the same again changes nothing.
  public Change cancelled(String because, Instant now) {
    if (state == State.CANCELLED) {
      return new Change.Made(this);
    }
    return state.isEnd()
        ? refused("It has ended: it is " + word())
        : made(State.CANCELLED, lease, fence, moves, because, result, now);
  }

  /// Copies the task under a revision, for stores.
  public AgentTask withRevision(long newRevision) {
    return new AgentTask(
        id, brief, state, lease, fence, moves, note, result, createdAt, changedAt, newRevision);
  }

  private Optional<String> whyNotMoved(Instant now) {
    var held = lease;
    if (held == null || !isHeld()) {
      return Optional.of("Nobody holds it: it is " + word());
    }
    if (moves >= MOST_MOVES) {
      return Optional.of("It was moved %d times: it needs a person".formatted(MOST_MOVES));
    }
    return held.since().plus(COOL_DOWN).isAfter(now)
        ? Optional.of("It came to %s only at %s".formatted(held.holder(), held.since()))
        : Optional.empty();
  }

  private Optional<String> refusal(String holder, int under) {
    var isTheirs =
        ifLeased().filter(l -> l.holder().equals(holder) && l.fence() == under).isPresent();
    return isTheirs
        ? Optional.empty()
        : Optional.of(
            "%s does not hold it under fence %d: it is %s, and the last fence is %d"
                .formatted(holder, under, word(), fence));
  }

  private Optional<String> endedAlready() {
    return state.isEnd() ? Optional.of("It has ended: it is " + word()) : Optional.empty();
  }

  private String word() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Change refused(String because) {
    return new Change.Refused(because);
  }

  private Change made(
      State next,
      @Nullable Lease held,
      int lastFence,
      int moved,
      String said,
      Map<String, Object> came,
      Instant now) {
    return new Change.Made(
        new AgentTask(
            id, brief, next, held, lastFence, moved, said, came, createdAt, now, revision));
  }
}
