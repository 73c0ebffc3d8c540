package dev.bellwether.usecase.port;

import java.time.Instant;
import java.util.List;

/// Knows who is on call.
@FunctionalInterface
public interface OnCall {
  /// The settings' name for the rotations.
  String DOCUMENT = "on-call";

  /// Lists who is on call at an instant, one for each rotation that has somebody then.
  List<String> at(Instant now);
}
