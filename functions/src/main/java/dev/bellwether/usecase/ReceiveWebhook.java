package dev.bellwether.usecase;

import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.EventReader;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.time.Instant;

/// Takes in one authentic webhook: starts what it starts, moves the clocks it moves, and keeps what
/// was decided.
///
/// Workflows and clocks are seen to at the same time: each waits for its own tables and queues, and
/// GitHub for both.
///
/// Once this returns, nothing of it can be lost; until then, GitHub or a person may deliver the
/// same again. Each part may be done twice: an execution is made once for a delivery id and a
/// workflow's version, clocks merge what they know already, a record replaces itself. So a
/// redelivery starts what a first try did not get to and what has come to match since, and is
/// otherwise a no-op that says so by its `known` executions.
public final class ReceiveWebhook {
  private final EventReader events;
  private final StartWorkflows startWorkflows;
  private final Clocks clocks;
  private final DeliveryStore deliveries;

  /// Works on these.
  public ReceiveWebhook(
      EventReader events, StartWorkflows startWorkflows, Clocks clocks, DeliveryStore deliveries) {
    this.events = events;
    this.startWorkflows = startWorkflows;
    this.clocks = clocks;
    this.deliveries = deliveries;
  }

  /// Who moves the SLA clocks that an event starts, pauses or stops; the same again changes
  /// nothing.
  @FunctionalInterface
  public interface Clocks {
    void observe(Event event, Instant now);
  }

  /// What became of a webhook.
  public sealed interface Result {
    /// Workflows were asked.
    record Decided(Event event, StartWorkflows.Result outcome) implements Result {}

    /// It is about nothing that we follow; that it came is recorded.
    ///
    /// @param name GitHub's words, `star.created`
    record Unknown(String name) implements Result {}

    /// It is not a JSON object; nothing is recorded.
    record Malformed(String because) implements Result {}
  }

  /// Takes a webhook in.
  ///
  /// @param name the `X-GitHub-Event` header
  /// @param deliveryId the `X-GitHub-Delivery` header; a redelivery has the same
  public Result receive(String name, String deliveryId, byte[] body, Instant now) {
    return switch (events.read(name, body, now)) {
      case Reading.Known known -> decide(known.event(), deliveryId, now);
      case Reading.Unknown unknown -> {
        deliveries.record(Delivery.aboutNothing(deliveryId, unknown.name(), now));
        yield new Result.Unknown(unknown.name());
      }
      case Reading.Malformed malformed -> new Result.Malformed(malformed.because());
    };
  }

  private Result decide(Event event, String deliveryId, Instant now) {
    var outcome =
        Beside.of(
            () -> clocks.observe(event, now),
            () -> startWorkflows.onDelivery(event, deliveryId, now));
    if (outcome.started().isEmpty() && outcome.known().isEmpty()) {
      deliveries.record(Delivery.of(deliveryId, event, now, outcome.decisions()));
    }
    return new Result.Decided(event, outcome);
  }
}
