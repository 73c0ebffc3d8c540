package dev.bellwether.local.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when it is told to.
public final class SettableTime implements InstantSource {
  private volatile Instant now;

  /// Stands still at a time.
  public SettableTime(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves on.
  public void pass(Duration duration) {
    now = now.plus(duration);
  }
}
