package dev.bellwether.domain.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// What an account of GitHub has spent, who waits for more, and until when GitHub wants none.
///
/// Shared by all who act for the account, as one small value that is replaced by its next.
///
/// @param waiting how many wait, by priority
/// @param waitingUntil when the last of them should have come back, and is forgotten
/// @param blockedUntil GitHub asked to be left alone until then
/// @param revision counts what was stored, for a conditional write; 0 when nothing was
public record Budget(
    String account,
    Spent minute,
    Spent hour,
    Map<Integer, Integer> waiting,
    Instant waitingUntil,
    Instant blockedUntil,
    long revision) {

  /// Asked for ahead while there is plenty, so that not every request costs a write of ours.
  static final Cost CHUNK = new Cost(8, 45);

  /// What one that waits is thought to want, for the order in which they come back.
  private static final int EACH = 2;

  private static final Duration MARGIN = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(90);

  /// Who asks.
  ///
  /// @param priority 1 to 10, the highest first
  /// @param hasWaited whether they were refused before and are counted among those who wait
  public record Asker(int priority, boolean hasWaited) {}

  /// How asking came out.
  public sealed interface Answer {
    /// Requests of this cost may be sent until then.
    record Granted(Budget next, Cost cost, Instant until) implements Answer {}

    /// Not now; somebody of this priority waits from now on.
    record Refused(Budget next, Duration delay) implements Answer {}
  }

  public Budget {
    waiting = Map.copyOf(waiting);
  }

  /// The budget of an account that has spent nothing.
  public static Budget untouched(String account) {
    return new Budget(
        account,
        Spent.nothing(Duration.ofSeconds(5), Duration.ofMinutes(1)),
        Spent.nothing(Duration.ofMinutes(1), Duration.ofHours(1)),
        Map.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        0);
  }

  /// Asks for a request. Who is more urgent and waits comes first: what they are thought to want is
  /// kept for them.
  public Answer ask(Cost wanted, Asker asker, Instant now, RequestLimits limits) {
    var priority = asker.priority();
    var current = asker.hasWaited() ? at(now).without(priority) : at(now);
    var ahead = current.waiting(priority + 1);
    var free = current.free(limits);
    var kept = new Cost(EACH * ahead, 5 * EACH * ahead);
    var isFree = wanted.contents() == 0 || free.minus(kept).contents() >= wanted.contents();
    var until = current.minute.endOfSlot(now).minus(MARGIN);
    if (isFree
        && free.minus(kept).points() >= wanted.points()
        && !now.isBefore(blockedUntil)
        && now.isBefore(until)) {
      var isPlenty = current.waiting.isEmpty() && free.covers(CHUNK.plus(CHUNK));
      var cost = isPlenty ? CHUNK : wanted;
      return new Answer.Granted(current.spending(cost, now), cost, until);
    }
    var wait = current.wait(priority, free, limits, now);
    return new Answer.Refused(current.awaitedAt(priority, now.plus(wait)), wait);
  }

  /// Learns that GitHub wants to be left alone.
  public Budget blockedUntil(Instant instant) {
    return instant.isAfter(blockedUntil)
        ? new Budget(account, minute, hour, waiting, waitingUntil, instant, revision)
        : this;
  }

  private Budget at(Instant now) {
    return new Budget(
        account,
        minute.at(now),
        hour.at(now),
        now.isBefore(waitingUntil.plus(GRACE)) ? waiting : Map.of(),
        waitingUntil,
        blockedUntil,
        revision);
  }

  private Cost free(RequestLimits limits) {
    var contents =
        Math.min(
            limits.contentsPerMinute() - minute.sum().contents(),
            limits.contentsPerHour() - hour.sum().contents());
    return new Cost(contents, limits.pointsPerMinute() - minute.sum().points());
  }

  /// Counts those who wait and are at least so urgent.
  private int waiting(int priority) {
    return waiting.entrySet().stream()
        .filter(e -> e.getKey() >= priority)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private Duration wait(int priority, Cost free, RequestLimits limits, Instant now) {
    var needed = EACH * (waiting(priority) + 1);
    var missing = needed - Math.max(0, free.contents());
    var minutes = Math.max(0, needed - limits.contentsPerMinute()) / limits.contentsPerMinute();
    var hours = Math.max(0, needed - limits.contentsPerHour()) / limits.contentsPerHour();
    var byMinute = minute.freeAfter(missing, now).plus(Duration.ofSeconds(65L * minutes));
    var isHourly = limits.contentsPerHour() - hour.sum().contents() < needed;
    var byHour =
        isHourly ? hour.freeAfter(missing, now).plus(Duration.ofMinutes(61L * hours)) : now;
    var earliest = byMinute.isAfter(byHour) ? byMinute : byHour;
    var at = earliest.isAfter(blockedUntil) ? earliest : blockedUntil;
    return at.isAfter(now.plus(MARGIN)) ? Duration.between(now, at) : MARGIN;
  }

  /// Takes one off those who wait: they are here again.
  private Budget without(int priority) {
    var fewer = new TreeMap<>(waiting);
    fewer.computeIfPresent(priority, (p, count) -> count > 1 ? count - 1 : null);
    return new Budget(account, minute, hour, fewer, waitingUntil, blockedUntil, revision);
  }

  private Budget spending(Cost cost, Instant now) {
    return new Budget(
        account,
        minute.with(cost, now),
        hour.with(cost, now),
        waiting,
        waitingUntil,
        blockedUntil,
        revision);
  }

  private Budget awaitedAt(int priority, Instant wakeAt) {
    var more = new TreeMap<>(waiting);
    more.merge(priority, 1, Integer::sum);
    return new Budget(
        account,
        minute,
        hour,
        more,
        wakeAt.isAfter(waitingUntil) ? wakeAt : waitingUntil,
        blockedUntil,
        revision);
  }
}
