package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.Violation;

/// Tells the event bus of broken promises.
public interface ViolationEvents {
  /// Puts `SLA Violation Detected` on the bus, at least once; listeners know a violation by its id.
  void publish(Violation violation);
}
