package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.Event;
import java.time.Instant;

/// Reads GitHub's webhooks.
public interface EventReader {
  /// Reduces a payload to the event it tells of.
  ///
  /// @param event the `X-GitHub-Event` header
  /// @param body the payload, JSON
  /// @param receivedAt stands in where the payload carries no time of its own
  Reading read(String event, byte[] body, Instant receivedAt);

  /// How a reading came out.
  sealed interface Reading {
    /// An event we know what to make of, or at least what it is about.
    record Known(Event event) implements Reading {}

    /// A well-formed payload about nothing we follow.
    ///
    /// @param name GitHub's words, `star.created`
    record Unknown(String name) implements Reading {}

    /// Not a JSON object; `because` says what and where.
    record Malformed(String because) implements Reading {}
  }
}
