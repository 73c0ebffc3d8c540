package dev.bellwether.adapter.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.testing.Contracts;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Reads the payloads that GitHub's own people recorded, and what is left of them after damage.
class RecordedEventsTest {
  private static final List<JsonNode> DAMAGES =
      List.of("null", "[]", "{}", "\"\"", "\"text\"", "-1", "1e9", "true", "[null]", "[[{}]]")
          .stream()
          .map(Json::read)
          .toList();

  /// Are in every payload, and looked into no deeper than others.
  private static final Set<String> COMMON = Set.of("repository", "organization", "sender");

  @Test
  void every_recorded_payload_is_read() {
    var recorded = Contracts.json("webhook-examples.json");
    assertTrue(recorded.size() > 100, "recorded: " + recorded.size());

    for (var one : recorded) {
      switch (read(one.get("event").asText(), one.get("payload"))) {
        case Reading.Known known -> {
          var trigger = new TriggerType("github." + one.get("event").asText());
          assertTrue(known.event().triggers().contains(trigger), one.get("name").asText());
        }
        case Reading.Unknown unknown ->
            assertFalse(one.get("payload").has("repository"), unknown.name());
        case Reading.Malformed malformed -> throw new AssertionError(malformed.because());
      }
    }
  }

  @Test
  void a_recorded_payload_names_the_repository_that_its_url_does() {
    for (var one : Contracts.json("webhook-examples.json")) {
      var repository = one.get("payload").path("repository");
      if (read(one.get("event").asText(), one.get("payload")) instanceof Reading.Known known
          && repository.has("html_url")) {
        assertTrue(
            repository.get("html_url").asText().endsWith(known.event().subject().repository()));
      }
    }
  }

  @Test
  void no_damage_to_a_field_makes_a_payload_break_anything() {
    var readings = 0;
    for (var one : Contracts.json("webhook-examples.json")) {
      var event = one.get("event").asText();
      var payload = (ObjectNode) one.get("payload");
      readings += damage(event, payload, payload);
      for (var field : payload.properties()) {
        if (!COMMON.contains(field.getKey()) && field.getValue() instanceof ObjectNode inner) {
          readings += damage(event, payload, inner);
        }
      }
    }
    assertTrue(readings > 3_000, "readings: " + readings);
  }

  /// Replaces each field of an object in turn by each damage, and reads the whole.
  private static int damage(String event, ObjectNode payload, ObjectNode object) {
    var readings = 0;
    for (var name : object.properties().stream().map(field -> field.getKey()).toList()) {
      var whole = object.get(name);
      var damage = DAMAGES.get(Math.floorMod(name.hashCode() + event.hashCode(), DAMAGES.size()));
      object.set(name, damage);
      assertFalse(read(event, payload) instanceof Reading.Malformed, event + " " + name);
      object.set(name, whole);
      readings++;
    }
    assertEquals(readings, object.size());
    return readings;
  }

  private static Reading read(String event, JsonNode payload) {
    var body = Json.write(payload).getBytes(StandardCharsets.UTF_8);
    return new GitHubEvents().read(event, body, EventCases.RECEIVED);
  }
}
