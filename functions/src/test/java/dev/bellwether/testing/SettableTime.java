package dev.bellwether.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that stands still until it is moved.
public final class SettableTime implements InstantSource {
  private volatile Instant now;

  /// Stands at an instant.
  public SettableTime(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves on, or back.
  public void set(Instant instant) {
    now = instant;
  }

  /// Moves on.
  public void pass(Duration duration) {
    now = now.plus(duration);
  }
}
