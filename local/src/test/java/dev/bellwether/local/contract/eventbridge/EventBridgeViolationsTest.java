package dev.bellwether.local.contract.eventbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.eventbridge.EventBridgeViolations;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.contract.ViolationEventsContract;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ViolationEvents;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class EventBridgeViolationsTest implements ViolationEventsContract {
  private final ViolationBus bus = ViolationBus.fresh();

  @AfterEach
  void close() {
    bus.close();
  }

  @Override
  public ViolationEvents events() {
    return EventBridgeViolations.detected(bus::client, bus.name());
  }

  @Override
  public List<Violation> heard() {
    return bus.heard().stream().map(EventBridgeViolationsTest::violation).toList();
  }

  private static Violation violation(String event) {
    JsonNode detail = Json.read(event).get("detail");
    return ViolationJson.read(detail);
  }
}
