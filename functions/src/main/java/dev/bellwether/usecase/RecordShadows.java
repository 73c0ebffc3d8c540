package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.port.DeliveryStore;
import java.time.Instant;
import java.util.List;

/// Keeps what workflows in `shadow` would have done about events that are not webhooks; of webhooks
/// the record of the delivery tells.
public final class RecordShadows {
  private final DeliveryStore deliveries;

  /// Works on these.
  public RecordShadows(DeliveryStore deliveries) {
    this.deliveries = deliveries;
  }

  /// Records, as deliveries, the decisions by which an active workflow would have been started.
  /// Each has the id that the execution would have; the same again replaces it.
  void of(Event event, Cause cause, StartWorkflows.Result result, Instant now) {
    for (var decision : result.decisions()) {
      if (decision.fires() && decision.state() == WorkflowState.SHADOW) {
        var id =
            ExecutionId.of(cause.id(), decision.workflow(), decision.version(), event.subject());
        deliveries.record(Delivery.of(id.value(), event, now, List.of(decision)));
      }
    }
  }
}
