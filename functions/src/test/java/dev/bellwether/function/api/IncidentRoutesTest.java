package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Given;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncidentRoutesTest {
  private final ApiClient client = new ApiClient();
  private final Incident incident = Incident.of(Given.aViolation(1, Level.WARNING, NOW));

  IncidentRoutesTest() {
    client.incidents.save(incident);
  }

  @Test
  void open_incidents_are_listed_and_shown_with_what_happened() {
    var listed = items(client.get("/v1/incidents"));
    var shown = json(client.get("/v1/incidents/" + incident.key()));

    assertEquals(incident.key(), listed.path(0).path("key").asText());
    assertEquals("triggered", shown.path("state").asText());
    assertEquals(1, shown.path("timeline").size());
    assertEquals(404, client.get("/v1/incidents/unknown").getStatusCode());
  }

  @Test
  void somebody_takes_care_of_one_for_half_an_hour_or_as_long_as_they_say() {
    var usual = json(post("acknowledge", "{\"by\": \"ada\"}"));
    var longer = json(post("acknowledge", "{\"by\": \"ada\", \"minutes\": 90}"));

    assertEquals("acknowledged", usual.path("state").asText());
    assertEquals("ada", usual.at("/hold/by").asText());
    assertEquals(NOW.plus(Duration.ofMinutes(30)).toString(), usual.at("/hold/until").asText());
    assertEquals(NOW.plus(Duration.ofMinutes(90)).toString(), longer.at("/hold/until").asText());
  }

  @Test
  void one_is_snoozed_and_resolved() {
    assertEquals("snoozed", json(post("snooze", "{\"minutes\": 5}")).path("state").asText());
    assertEquals("resolved", json(post("resolve", "{}")).path("state").asText());
    assertEquals(0, items(client.get("/v1/incidents")).size());
  }

  @Test
  void what_is_wrong_is_told() {
    assertEquals(422, post("acknowledge", "{\"minutes\": 0}").getStatusCode());
    assertEquals(422, post("acknowledge", "{\"minute\": 5}").getStatusCode());
    assertEquals(404, client.send("POST", "/v1/incidents/unknown/resolve", "{}").getStatusCode());
  }

  private APIGatewayV2HTTPResponse post(String what, String body) {
    return client.send("POST", "/v1/incidents/%s/%s".formatted(incident.key(), what), body);
  }
}
