package dev.bellwether.local.testing;

import java.time.InstantSource;
import java.util.Map;

/// What the handlers of the fixture are made from, shaped as the runner expects it.
public record HandlerEnvironment(Map<String, String> variables, InstantSource clock) {
  /// Found by the runner.
  public static HandlerEnvironment of(Map<String, String> variables, InstantSource clock) {
    return new HandlerEnvironment(variables, clock);
  }
}
