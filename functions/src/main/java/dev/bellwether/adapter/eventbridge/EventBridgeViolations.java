package dev.bellwether.adapter.eventbridge;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ViolationEvents;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/// Puts violations on the event bus: source `bellwether`, detail-type `SLA Violation Detected` or
/// `SLA Violation Resolved`, the violation as [ViolationJson] writes it for detail.
public final class EventBridgeViolations implements ViolationEvents {
  private final Supplier<EventBridgeClient> eventBridge;
  private final String bus;
  private final String detailType;

  private EventBridgeViolations(
      Supplier<EventBridgeClient> eventBridge, String bus, String detailType) {
    this.eventBridge = eventBridge;
    this.bus = bus;
    this.detailType = detailType;
  }

  /// Puts those that were detected on the bus of this name; the client is asked for when there is
  /// something to put.
  public static EventBridgeViolations detected(
      Supplier<EventBridgeClient> eventBridge, String bus) {
    return new EventBridgeViolations(eventBridge, bus, "SLA Violation Detected");
  }

  /// Puts those whose subject has come to its end on the bus of this name.
  public static EventBridgeViolations resolved(
      Supplier<EventBridgeClient> eventBridge, String bus) {
    return new EventBridgeViolations(eventBridge, bus, "SLA Violation Resolved");
  }

  /// @throws IllegalStateException when the bus does not take it: PutEvents answers 200 all the
  ///   same
  @Override
  public void publish(Violation violation) {
    var entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source("bellwether")
            .detailType(detailType)
            .time(violation.detectedAt())
            .detail(Json.write(ViolationJson.write(violation)))
            .build();
    var answer = eventBridge.get().putEvents(request -> request.entries(entry));
    if (answer.failedEntryCount() > 0) {
      var refused = answer.entries().getFirst();
      throw new IllegalStateException(
          "The event bus %s did not take %s: %s, %s"
              .formatted(bus, violation.id(), refused.errorCode(), refused.errorMessage()));
    }
  }
}
