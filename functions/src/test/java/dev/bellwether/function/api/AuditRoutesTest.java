package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditRoutesTest {
  private final ApiClient client = new ApiClient();

  @Test
  void a_change_is_written_down_with_what_was_before_and_is_after() {
    var definition =
        """
        {"id": "review", "name": "Name of review", "trigger": "pr_created",
         "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "lead"}}]}\
        """;
    client.send("POST", "/v1/workflows", definition);

    client.send("PUT", "/v1/workflows/review", definition.replace("Name of", "New name of"));

    var entry = newest();
    assertEquals("admin", entry.required("actor").textValue());
    assertEquals("PUT /v1/workflows/{}", entry.required("action").textValue());
    assertEquals("/v1/workflows/review", entry.required("target").textValue());
    assertEquals("Name of review", entry.at("/before/name").textValue());
    assertEquals("New name of review", entry.at("/after/name").textValue());
    assertEquals(2, entry.required("number").intValue());
  }

  @Test
  void what_a_verb_does_is_written_down_as_what_it_did_to_its_thing() {
    var incident = Incident.of(Given.aViolation(7001, Level.WARNING, Given.NOW));
    client.incidents.save(incident);

    client.send("POST", "/v1/incidents/%s/acknowledge".formatted(incident.key()), "{}");

    assertEquals("triggered", newest().at("/before/state").textValue());
    assertEquals("acknowledged", newest().at("/after/state").textValue());
  }

  @Test
  void a_deletion_has_nothing_after_it_and_a_new_thing_nothing_before() {
    client.workflows.save(Given.aWorkflow("review"));
    client.send("DELETE", "/v1/workflows/review", null);
    assertTrue(newest().has("before"));
    assertFalse(newest().has("after"));

    client.send("POST", "/v1/tokens", "{\"name\": \"ci\", \"role\": \"viewer\"}");
    assertFalse(newest().has("before"));
    assertEquals("ci", newest().at("/after/name").textValue());
  }

  @Test
  void a_tokens_text_is_not_written_down() {
    var made = client.send("POST", "/v1/tokens", "{\"name\": \"ci\", \"role\": \"viewer\"}");

    var text = json(made).required("token").textValue();
    assertFalse(client.audit.days.toString().contains(text.substring(16)));
  }

  @Test
  void what_changes_nothing_is_not_written_down() {
    client.get("/v1/workflows");
    client.send("POST", "/v1/workflows/validate", "{}");
    client.send("POST", "/v1/workflows", "{}");
    client.send("DELETE", "/v1/silences/none", null);

    assertTrue(items(client.get("/v1/audit")).isEmpty());
  }

  @Test
  void a_day_is_paged_backwards_and_checked() {
    for (int i = 0; i < 5; i++) {
      client.send("POST", "/v1/tokens", "{\"name\": \"t%d\", \"role\": \"viewer\"}".formatted(i));
    }

    var page = json(client.get("/v1/audit?limit=2"));
    assertEquals(5, page.at("/items/0/number").intValue());
    var rest = json(client.get("/v1/audit?cursor=" + page.required("next").textValue()));
    assertEquals(3, rest.at("/items/0/number").intValue());
    assertFalse(rest.has("next"));
    assertTrue(items(client.get("/v1/audit?day=2026-11-24")).isEmpty());
    assertEquals(
        "{\"day\":\"2026-11-25\",\"intact\":true,\"entries\":5}",
        client.get("/v1/audit/verify").getBody());

    client.audit.days.values().forEach(entries -> entries.remove(2));
    var broken = json(client.get("/v1/audit/verify"));
    assertFalse(broken.required("intact").booleanValue());
    assertEquals(3, broken.required("first_wrong").intValue());
    assertEquals("It is gone", broken.required("because").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?day=yesterday", "?before=0", "?before=x", "?limit=0", "?actor=x"})
  void a_bad_question_is_told(String query) {
    assertEquals(400, client.get("/v1/audit" + query).getStatusCode());
  }

  private JsonNode newest() {
    return items(client.get("/v1/audit?limit=1")).get(0);
  }
}
