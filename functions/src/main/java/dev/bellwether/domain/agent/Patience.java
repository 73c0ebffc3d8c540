package dev.bellwether.domain.agent;

import java.time.Duration;

/// How long an agent may be quiet before something is said about it.
///
/// @param idleAfter without activity and with capacity free, it is idle
/// @param stalledAfter without a sign of life, it is stalled where it holds a task, and offline
///   where it holds none
/// @param waitingAfter the same, where all it holds waits for somebody else
public record Patience(Duration idleAfter, Duration stalledAfter, Duration waitingAfter) {
  /// Half an hour without a sign: longer than a build that an agent without heartbeats waits for
  /// between two pushes. A reviewer may take a day.
  public static final Patience STANDARD =
      new Patience(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(24));

  public Patience {
    if (!idleAfter.isPositive() || !stalledAfter.isPositive()) {
      throw new IllegalArgumentException("Patience is longer than nothing");
    }
    if (waitingAfter.compareTo(stalledAfter) < 0) {
      throw new IllegalArgumentException("Who waits is waited for at least as long");
    }
  }
}
