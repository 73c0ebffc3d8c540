package dev.bellwether.usecase.port;

import java.time.Duration;

/// Lets time pass.
@FunctionalInterface
public interface Pause {
  /// Returns when that much time has passed.
  void of(Duration time);
}
