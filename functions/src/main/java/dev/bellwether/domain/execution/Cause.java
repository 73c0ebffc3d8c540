package dev.bellwether.domain.execution;

import dev.bellwether.domain.workflow.Delivery;
import org.jspecify.annotations.Nullable;

/// What set an execution off.
///
/// @param id names the cause among all causes: a delivery id, `schedule:<instant>`,
///   `escalation:<clock>:<level>`
/// @param event what happened, in the sender's words
/// @param delivery the whole record of the webhook, carried by the first execution it started and
///   only by that one: a delivery that starts something costs no write of its own
public record Cause(String id, String event, @Nullable Delivery delivery) {
  /// A cause that is not a webhook's first execution.
  public static Cause of(String id, String event) {
    return new Cause(id, event, null);
  }
}
