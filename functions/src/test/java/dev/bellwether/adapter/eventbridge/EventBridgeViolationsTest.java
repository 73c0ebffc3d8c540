package dev.bellwether.adapter.eventbridge;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aViolation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.domain.sla.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

class EventBridgeViolationsTest {
  private final List<PutEventsRequestEntry> put = new ArrayList<>();

  @Test
  void a_violation_is_put_on_the_bus_under_its_name() {
    var violation = aViolation(7001, Level.ESCALATION, NOW);
    var taken = PutEventsResponse.builder().failedEntryCount(0).build();

    EventBridgeViolations.detected(() -> new Bus(put, taken), "bus-1").publish(violation);

    var entry = put.getFirst();
    assertEquals("bus-1", entry.eventBusName());
    assertEquals("bellwether", entry.source());
    assertEquals("SLA Violation Detected", entry.detailType());
    assertEquals(NOW, entry.time());
    assertEquals(violation, ViolationJson.read(Json.read(entry.detail())));
  }

  @Test
  void an_entry_that_the_bus_refuses_is_no_success() {
    var entry =
        PutEventsResultEntry.builder()
            .errorCode("ThrottlingException")
            .errorMessage("Slow down")
            .build();
    var refused = PutEventsResponse.builder().failedEntryCount(1).entries(List.of(entry)).build();
    var events = EventBridgeViolations.detected(() -> new Bus(put, refused), "bus-1");

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () -> events.publish(aViolation(7001, Level.ESCALATION, NOW)));

    assertTrue(String.valueOf(thrown.getMessage()).contains("ThrottlingException"));
  }

  private record Bus(List<PutEventsRequestEntry> put, PutEventsResponse answer)
      implements EventBridgeClient {
    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
      put.addAll(request.entries());
      return answer;
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
