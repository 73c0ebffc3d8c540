package dev.bellwether.adapter.json;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Origin;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Happened;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordsJsonTest {
  @Test
  void an_execution_reads_as_written_at_every_stage() {
    var queued = Given.anExecution("d-1", NOW);
    var begun = queued.running().withStep(0, s -> s.startedAt(NOW, Map.of("reviewer", "lead")));
    var waiting =
        begun
            .withStep(0, s -> s.failing(NOW, Failure.Transient.of("busy"), Map.of("asked", 1)))
            .withStep(0, s -> s.retriedAt(NOW.plusSeconds(4)))
            .hearing(List.of(Signal.cancel("octocat", NOW, "a mistake")))
            .waitingUntil(NOW.plusSeconds(4));
    var failing = waiting.comingTo(new Ending(ExecutionState.FAILED, "busy"), NOW.plusSeconds(8));
    var ended = failing.endedAt(NOW.plusSeconds(9), failing.ending().orElseThrow());

    for (var execution : List.of(queued, begun, waiting, failing, ended)) {
      assertEquals(execution, ExecutionJson.read(again(ExecutionJson.write(execution))));
    }
  }

  @Test
  void a_violation_has_the_keys_of_the_bus_event() {
    var violation = Given.aViolation(7001, Level.ESCALATION, NOW);

    var json = again(ViolationJson.write(violation));

    assertEquals("build_time|octo/hello|build#7001.1|2", json.required("violation_id").textValue());
    assertEquals("build_time", json.required("metric").textValue());
    assertEquals("octo/hello", json.required("repository").textValue());
    assertEquals("build#7001.1", json.required("subject").textValue());
    assertEquals(2, json.required("level").intValue());
    assertEquals(0, json.required("previous_level").intValue());
    assertTrue(json.required("threshold_seconds").isInt());
    assertEquals("700.25", json.required("elapsed_seconds").asText());
    assertFalse(json.has("stopped_at"));
    assertEquals(violation, ViolationJson.read(json));
  }

  @Test
  void a_clock_reads_as_written_and_says_what_follows() {
    var clock = Given.aClock(7001, NOW).reached(Level.WARNING).withRevision(3);

    var json = again(ClockJson.write(clock));

    assertEquals("running", json.required("state").textValue());
    assertEquals(NOW.plusSeconds(900).toString(), json.required("due_at").textValue());
    assertEquals(clock, ClockJson.read(json));
  }

  @Test
  void a_delivery_about_nothing_we_know_reads_as_written() {
    var delivery = Delivery.aboutNothing("d-2", "star.created", NOW);

    assertEquals(delivery, DeliveryJson.read(again(DeliveryJson.write(delivery))));
  }

  @Test
  void a_delivery_reads_as_written_with_what_was_judged() {
    var opened = Happened.opened(NOW);
    var own =
        new Event(
            opened.name(),
            opened.triggers(),
            opened.subject(),
            opened.facts(),
            opened.occurredAt(),
            new Origin.Own("e-1"));

    for (var event : List.of(opened, own)) {
      var delivery = Delivery.of("d-1", event, NOW, List.of());

      assertEquals(delivery, DeliveryJson.read(again(DeliveryJson.write(delivery))));
      assertEquals(Optional.of(event), delivery.ifKept());
    }
  }

  @Test
  void a_report_with_only_what_it_needs_reads_as_written() {
    var full = Given.anActivity("a-1", "ada", NOW);
    var bare =
        new AgentActivity(
            "a-2",
            NOW,
            "ada",
            "coder",
            "idle",
            Map.of(),
            "octo/hello",
            "main",
            null,
            null,
            null,
            "ok",
            null);

    assertEquals(full, AgentActivityJson.read(again(AgentActivityJson.write(full))));
    assertEquals(bare, AgentActivityJson.read(again(AgentActivityJson.write(bare))));
  }

  @Test
  void what_is_missing_is_named() {
    var json = ViolationJson.write(Given.aViolation(7001, Level.WARNING, NOW)).without("level");

    var refused = assertThrows(IllegalArgumentException.class, () -> ViolationJson.read(json));

    assertTrue(String.valueOf(refused.getMessage()).contains("level"));
  }

  private static JsonNode again(JsonNode json) {
    return Json.read(Json.write(json));
  }
}
