package dev.bellwether.usecase;

import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Simulation;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.util.List;

/// Says why a webhook set a workflow off or did not: as it was decided then, or where nothing is
/// kept of that, as the version of that time decides it.
public final class ExplainDelivery {
  private final DeliveryStore deliveries;
  private final WorkflowVersions versions;
  private final List<ActionSignature> types;

  /// Works on these.
  public ExplainDelivery(
      DeliveryStore deliveries, WorkflowVersions versions, List<ActionSignature> types) {
    this.deliveries = deliveries;
    this.versions = versions;
    this.types = List.copyOf(types);
  }

  /// How it came out.
  public sealed interface Result {
    /// It was asked then.
    record Decided(Decision decision) implements Result {}

    /// It was not asked, or not kept: it did not listen, was not there, or was one of very many.
    record Recomputed(Simulation simulation) implements Result {}

    /// There is nothing to explain.
    record Nothing(String because) implements Result {}
  }

  /// Explains.
  public Result of(String deliveryId, WorkflowId workflow) {
    return deliveries
        .find(deliveryId)
        .map(delivery -> of(delivery, workflow))
        .orElseGet(() -> new Result.Nothing("No delivery has this id; they are kept for 90 days"));
  }

  private Result of(Delivery delivery, WorkflowId id) {
    var decided = delivery.decisionOn(id);
    if (decided.isPresent()) {
      return new Result.Decided(decided.get());
    }
    var event = delivery.ifKept();
    if (event.isEmpty()) {
      return new Result.Nothing("The delivery is about nothing that workflows listen to");
    }
    return versions
        .at(id, delivery.receivedAt())
        .<Result>map(
            workflow ->
                new Result.Recomputed(
                    Simulation.of(workflow, event.get(), delivery.receivedAt(), types)))
        .orElseGet(() -> new Result.Nothing("No workflow had this id then"));
  }
}
