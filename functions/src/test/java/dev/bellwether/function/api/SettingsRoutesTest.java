package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SettingsRoutesTest {
  private static final String PATH = "/v1/sla/policies";
  private static final String DOCUMENT =
      """
      {"policies": [{"id": "reviews", "metric": "pr_review_time", "threshold": "4h"}]}\
      """;

  private final ApiClient client = new ApiClient();

  @Test
  void nothing_is_written_at_first() {
    var answer = client.get(PATH);

    assertEquals(200, answer.getStatusCode());
    assertEquals("{}", answer.getBody());
    assertEquals("\"0\"", answer.getHeaders().get("ETag"));
  }

  @Test
  void what_is_written_is_shown_as_it_was_written() {
    var saved = client.send("PUT", PATH, DOCUMENT);

    assertEquals(200, saved.getStatusCode());
    assertEquals("\"1\"", saved.getHeaders().get("ETag"));
    assertEquals(json(saved), json(client.get(PATH)));
    assertEquals("4h", json(saved).at("/policies/0/threshold").asText());
  }

  @Test
  void it_can_be_written_in_yaml() {
    var yaml = "policies:\n  - {id: builds, metric: build_time, threshold: 20m}\n";

    var saved = client.send("PUT", PATH, yaml, "content-type", "application/yaml");

    assertEquals(200, saved.getStatusCode(), saved.getBody());
  }

  @Test
  void what_is_wrong_is_told_and_nothing_saved() {
    var refused = client.send("PUT", PATH, DOCUMENT.replace("4h", "soon"));

    assertEquals(422, refused.getStatusCode());
    assertEquals("/policies/0/threshold", json(refused).at("/errors/0/pointer").asText());
    assertEquals("{}", client.get(PATH).getBody());
  }

  @Test
  void a_change_of_what_has_changed_meanwhile_is_refused() {
    client.send("PUT", PATH, DOCUMENT);
    client.send("PUT", PATH, DOCUMENT);

    assertEquals(412, client.send("PUT", PATH, "{}", "if-match", "\"1\"").getStatusCode());
    assertEquals(400, client.send("PUT", PATH, "{}", "if-match", "one").getStatusCode());
    assertEquals(200, client.send("PUT", PATH, "{}", "if-match", "\"2\"").getStatusCode());
  }

  @Test
  void who_is_on_call_is_written_shown_and_asked_for() {
    var rotations =
        """
        {"rotations": [{"id": "primary", "members": ["ada"], "start": "2026-01-05T09:00"}]}\
        """;

    assertEquals(200, client.send("PUT", "/v1/on-call", rotations).getStatusCode());
    assertEquals("primary", json(client.get("/v1/on-call")).at("/rotations/0/id").asText());
    assertEquals("{\"on_call\":[\"ada\"]}", client.get("/v1/on-call/now").getBody());
    assertEquals(
        422, client.send("PUT", "/v1/on-call", rotations.replace("ada", "")).getStatusCode());
  }
}
