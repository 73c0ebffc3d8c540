package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.Violation;

/// Tells the event bus of broken promises: that one was detected, or that what was late has come to
/// its end.
public interface ViolationEvents {
  /// Puts it on the bus, at least once; listeners know a violation by its id.
  void publish(Violation violation);
}
