package dev.bellwether.usecase;

import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.usecase.port.DeliveryStore;
import java.time.Instant;

/// Lets a delivery that is kept meet the workflows of today, as if it came once more: starts what
/// it did not start then and fires now. What it started then is not started again, except by a
/// version of the workflow that was saved since. SLA clocks saw it when it came.
///
/// Of the payload as much is asked as was kept; a condition on what was not does not hold.
public final class ReplayDelivery {
  private final DeliveryStore deliveries;
  private final StartWorkflows startWorkflows;

  /// Works on these.
  public ReplayDelivery(DeliveryStore deliveries, StartWorkflows startWorkflows) {
    this.deliveries = deliveries;
    this.startWorkflows = startWorkflows;
  }

  /// How it came out.
  public sealed interface Result {
    /// Workflows were asked.
    record Decided(StartWorkflows.Result outcome) implements Result {}

    /// It is about nothing that workflows listen to.
    record Nothing() implements Result {}

    /// No delivery has this id.
    record Missing() implements Result {}
  }

  /// Replays a delivery.
  public Result of(String deliveryId, Instant now) {
    return deliveries
        .find(deliveryId)
        .map(delivery -> of(delivery, now))
        .orElseGet(Result.Missing::new);
  }

  private Result of(Delivery delivery, Instant now) {
    return delivery
        .ifKept()
        .<Result>map(event -> decided(delivery.id(), event, now))
        .orElseGet(Result.Nothing::new);
  }

  private Result decided(String id, Event event, Instant now) {
    return new Result.Decided(startWorkflows.again(event, id, now));
  }
}
