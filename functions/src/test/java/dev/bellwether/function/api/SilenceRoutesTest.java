package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SilenceRoutesTest {
  private final ApiClient client = new ApiClient();

  @Test
  void a_silence_begins_is_listed_and_ends() {
    var begun =
        client.send(
            "POST",
            "/v1/silences",
            """
            {"conditions": [{"field": "repository", "operator": "glob", "value": "octo/*"}],
             "minutes": 90, "by": "ada", "comment": "Maintenance"}\
            """);

    assertEquals(201, begun.getStatusCode(), begun.getBody());
    assertEquals(NOW.plusSeconds(5400).toString(), json(begun).path("until").asText());
    assertEquals(json(begun), items(client.get("/v1/silences")).path(0));
    var path = "/v1/silences/" + json(begun).path("id").asText();
    assertEquals(204, client.send("DELETE", path, null).getStatusCode());
    assertEquals(404, client.send("DELETE", path, null).getStatusCode());
    assertEquals(0, items(client.get("/v1/silences")).size());
  }

  @Test
  void the_same_key_is_the_same_silence() {
    client.send("POST", "/v1/silences", "{}", "idempotency-key", "k");
    client.send("POST", "/v1/silences", "{}", "idempotency-key", "k");

    assertEquals(1, items(client.get("/v1/silences")).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"minutes": 0} | /minutes
          {"until": "2020-01-01T00:00:00Z"} | /until
          {"until": "tomorrow"} | /until
          {"minutes": 5, "until": "2026-11-25T23:00:00Z"} | /minutes
          {"unit": 5} | /unit
          {"conditions": [{"field": "x", "operator": "has", "value": 1}]} | /conditions/0/operator
          """)
  void what_is_wrong_is_told_and_nothing_saved(String body, String pointer) {
    var refused = client.send("POST", "/v1/silences", body);

    assertEquals(422, refused.getStatusCode(), refused.getBody());
    assertEquals(pointer, json(refused).at("/errors/0/pointer").asText());
    assertEquals(0, items(client.get("/v1/silences")).size());
  }
}
