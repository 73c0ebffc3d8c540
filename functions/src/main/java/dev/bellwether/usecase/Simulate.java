package dev.bellwether.usecase;

import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Simulation;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.EventReader;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// Tells what a webhook would set off. Nothing is stored, sent or looked up on GitHub.
public final class Simulate {
  private final EventReader events;
  private final DeliveryStore deliveries;
  private final List<ActionSignature> types;

  /// Works on these.
  public Simulate(EventReader events, DeliveryStore deliveries, List<ActionSignature> types) {
    this.events = events;
    this.deliveries = deliveries;
    this.types = List.copyOf(types);
  }

  /// What to judge.
  public sealed interface Given {
    /// A webhook as GitHub sends it.
    ///
    /// @param event the `X-GitHub-Event` header
    record Payload(String event, String body) implements Given {}

    /// One that has come, judged as of when it came.
    record Delivered(String id) implements Given {}
  }

  /// How it came out.
  public sealed interface Result {
    /// It was judged.
    record Judged(Simulation simulation) implements Result {}

    /// There is nothing to judge.
    record Nothing(String because) implements Result {}
  }

  /// Simulates.
  public Result of(Workflow workflow, Given given, Instant now) {
    return switch (given) {
      case Given.Payload(var name, var body) ->
          switch (events.read(name, body.getBytes(StandardCharsets.UTF_8), now)) {
            case Reading.Known(var event) -> judged(workflow, event, now);
            case Reading.Unknown(var what) ->
                new Result.Nothing(what + " is about no repository or organization");
            case Reading.Malformed(var because) -> new Result.Nothing(because);
          };
      case Given.Delivered(var id) ->
          deliveries
              .find(id)
              .flatMap(
                  delivery ->
                      delivery
                          .ifKept()
                          .map(event -> judged(workflow, event, delivery.receivedAt())))
              .orElseGet(() -> new Result.Nothing("No delivery that can be judged has this id"));
    };
  }

  private Result judged(Workflow workflow, Event event, Instant at) {
    return new Result.Judged(Simulation.of(workflow, event, at, types));
  }
}
