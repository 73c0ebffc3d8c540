package dev.bellwether.domain.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A named worker: who it is, when it was last heard of, and how it has done.
///
/// Signs of life count by their own time, so the same again, or an older one that comes late,
/// changes nothing.
///
/// @param seenAt the last sign of life of any kind; [#NEVER] before the first
/// @param activeAt the last sign that it did something: not a heartbeat
/// @param assignedAt when it was given a task last
/// @param lookedAt up to when its silence has been looked after
/// @param dueAt when somebody should look after it; never later than its silence tells, and earlier
///   where it was heard of since; null when nothing is to be looked after
/// @param revision counts the writes to the store, from 1; 0 before the first
public record Agent(
    AgentProfile profile,
    Instant seenAt,
    Instant activeAt,
    Instant assignedAt,
    int done,
    int failed,
    Instant lookedAt,
    @Nullable Instant dueAt,
    long revision) {
  /// Stands for the time of what has not happened yet.
  public static final Instant NEVER = Instant.EPOCH;

  /// Heartbeats that come sooner after another sign say nothing new, so that an agent that asks for
  /// work every second is not written down every second.
  public static final Duration HEARTBEATS_APART = Duration.ofSeconds(15);

  /// How an agent showed that it lives.
  public enum Sign {
    /// It says so, and no more.
    HEARTBEAT,
    /// It did something: reported it, or pushed, commented or reviewed on GitHub.
    ACTIVITY
  }

  /// Makes an agent that was not heard of yet.
  public static Agent of(AgentProfile profile, Instant now) {
    return new Agent(profile, NEVER, NEVER, NEVER, 0, 0, now, null, 0);
  }

  /// Names the agent.
  public String name() {
    return profile.name();
  }

  /// Notes a sign of life.
  public Agent heard(Sign sign, Instant at, Patience patience) {
    if (sign == Sign.HEARTBEAT && at.isBefore(seenAt.plus(HEARTBEATS_APART))) {
      return this;
    }
    return new Agent(
            profile,
            later(seenAt, at),
            sign == Sign.ACTIVITY ? later(activeAt, at) : activeAt,
            assignedAt,
            done,
            failed,
            lookedAt,
            dueAt,
            revision)
        .dueUnlessBefore(patience);
  }

  /// Notes that it was given a task.
  public Agent givenTask(Instant at, Patience patience) {
    var given = later(assignedAt, at);
    return new Agent(profile, seenAt, activeAt, given, done, failed, lookedAt, dueAt, revision)
        .dueUnlessBefore(patience);
  }

  /// Notes how a task of its ended.
  public Agent finished(AgentTask.State end) {
    var wasDone = end == AgentTask.State.DONE;
    return new Agent(
        profile,
        seenAt,
        activeAt,
        assignedAt,
        wasDone ? done + 1 : done,
        wasDone ? failed : failed + 1,
        lookedAt,
        dueAt,
        revision);
  }

  /// Notes that its silence was looked after, and when to look again.
  public Agent lookedAfter(Instant now, Patience patience) {
    var looked =
        new Agent(profile, seenAt, activeAt, assignedAt, done, failed, now, null, revision);
    return looked.dueUnlessBefore(patience);
  }

  /// Copies the agent under another profile of its name.
  public Agent withProfile(AgentProfile other) {
    return new Agent(other, seenAt, activeAt, assignedAt, done, failed, lookedAt, dueAt, revision);
  }

  /// Copies the agent under a revision, for stores.
  public Agent withRevision(long newRevision) {
    return new Agent(
        profile, seenAt, activeAt, assignedAt, done, failed, lookedAt, dueAt, newRevision);
  }

  /// Says since when nothing is heard of it; being given a task is heard, too.
  public Instant quietSince() {
    return later(seenAt, assignedAt);
  }

  /// Tells whether an instant in its silence has passed since it was last looked after.
  public boolean isNews(Instant instant, Instant now) {
    return instant.isAfter(lookedAt) && !instant.isAfter(now);
  }

  /// Tells whether it could take one more task.
  public boolean hasRoomBeside(Load load) {
    return load.tasks() < profile.capacity();
  }

  /// Says which share of its tasks came to a good end; one half before the first, and near it after
  /// few (Laplace's rule of succession).
  public double successRate() {
    return (done + 1.0) / (done + failed + 2.0);
  }

  private Agent dueUnlessBefore(Patience patience) {
    var next = nextLook(patience);
    var due = dueAt;
    if (next.isEmpty() || (due != null && !next.get().isBefore(due))) {
      return this;
    }
    return new Agent(
        profile, seenAt, activeAt, assignedAt, done, failed, lookedAt, next.get(), revision);
  }

  private Optional<Instant> nextLook(Patience patience) {
    return Stream.of(
            activeAt.plus(patience.idleAfter()),
            quietSince().plus(patience.stalledAfter()),
            quietSince().plus(patience.waitingAfter()))
        .filter(at -> at.isAfter(lookedAt))
        .min(Instant::compareTo);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
