package dev.bellwether.function;

import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.usecase.ExplainDelivery;
import dev.bellwether.usecase.Simulate;
import dev.bellwether.usecase.SimulatePast;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.EventReader;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.util.List;

/// Builds what simulates.
public final class SimulationWiring {
  private final EventReader events;
  private final DeliveryStore deliveries;
  private final WorkflowVersions versions;
  private final List<ActionSignature> types;

  SimulationWiring(
      EventReader events, DeliveryStore deliveries, WorkflowVersions versions, Actions actions) {
    this.events = events;
    this.deliveries = deliveries;
    this.versions = versions;
    this.types = actions.signatures();
  }

  /// Tells what webhooks would set off.
  public Simulate simulate() {
    return new Simulate(events, deliveries, types);
  }

  /// Tells what those of the last days would have set off.
  public SimulatePast past() {
    return new SimulatePast(deliveries, types);
  }

  /// Says why webhooks set off what they did.
  public ExplainDelivery explain() {
    return new ExplainDelivery(deliveries, versions, types);
  }
}
