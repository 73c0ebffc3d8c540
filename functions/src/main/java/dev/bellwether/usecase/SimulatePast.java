package dev.bellwether.usecase;

import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Simulation;
import dev.bellwether.domain.workflow.Simulation.Verdict;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.DeliveryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// Tells which of the webhooks of the last days a workflow would have fired on, beside what it did.
public final class SimulatePast {
  private final DeliveryStore deliveries;
  private final List<ActionSignature> types;

  /// Works on these.
  public SimulatePast(DeliveryStore deliveries, List<ActionSignature> types) {
    this.deliveries = deliveries;
    this.types = List.copyOf(types);
  }

  /// One delivery that the workflow listens to.
  ///
  /// @param didFire whether the workflow of the same id started something then
  public record Past(Delivery delivery, Simulation simulation, boolean didFire) {}

  /// What was found.
  ///
  /// @param judged so many deliveries were looked at, those that it does not listen to among them
  /// @param past the newest first
  public record Result(int judged, List<Past> past) {
    public Result {
      past = List.copyOf(past);
    }
  }

  /// Simulates.
  ///
  /// @param which of them are looked at
  /// @param limit how many deliveries are looked at, the newest first
  public Result over(
      Workflow workflow, Predicate<Delivery> which, Duration back, int limit, Instant now) {
    var recent =
        deliveries.newest(now, limit).stream()
            .filter(which)
            .filter(delivery -> !delivery.receivedAt().isBefore(now.minus(back)))
            .toList();
    var past =
        recent.stream()
            .flatMap(delivery -> delivery.ifKept().map(e -> past(workflow, delivery)).stream())
            .filter(one -> one.simulation().verdict() != Verdict.NOT_LISTENING)
            .toList();
    return new Result(recent.size(), past);
  }

  private Past past(Workflow workflow, Delivery delivery) {
    var event = delivery.ifKept().orElseThrow();
    return new Past(
        delivery,
        Simulation.of(workflow, event, delivery.receivedAt(), types),
        delivery.decisionOn(workflow.id()).filter(Decision::starts).isPresent());
  }
}
