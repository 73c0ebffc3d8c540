package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.api.Test;

class IdempotentTest {
  private final ApiClient client = new ApiClient();

  @Test
  void the_same_request_again_is_answered_as_before_and_does_nothing() {
    var first = silence("k-1", 30);
    var second = silence("k-1", 30);

    assertEquals(201, second.getStatusCode());
    assertEquals(first.getBody(), second.getBody());
    assertNull(first.getHeaders().get("Idempotency-Replayed"));
    assertEquals("true", second.getHeaders().get("Idempotency-Replayed"));
    assertEquals(1, items(client.get("/v1/silences")).size());
    assertEquals(1, items(client.get("/v1/audit")).size());
  }

  @Test
  void another_request_under_the_same_key_is_refused() {
    silence("k-1", 30);

    var other = silence("k-1", 31);

    assertEquals(422, other.getStatusCode());
    assertEquals("Idempotency-Key taken", json(other).required("title").textValue());
    assertEquals(1, items(client.get("/v1/silences")).size());
  }

  @Test
  void a_refusal_is_answered_again_too_and_a_long_key_is_told() {
    assertEquals(422, silence("k-2", -1).getStatusCode());
    assertEquals("true", silence("k-2", -1).getHeaders().get("Idempotency-Replayed"));
    assertEquals(400, silence("k".repeat(201), 30).getStatusCode());
  }

  @Test
  void a_tokens_text_is_not_kept_to_be_shown_again() {
    var body = "{\"name\": \"ci\", \"role\": \"viewer\"}";
    client.send("POST", "/v1/tokens", body, "idempotency-key", "k-3");

    var again = client.send("POST", "/v1/tokens", body, "idempotency-key", "k-3");

    assertEquals(409, again.getStatusCode());
    assertEquals(1, items(client.get("/v1/tokens")).size());
  }

  private APIGatewayV2HTTPResponse silence(String key, int minutes) {
    return client.send(
        "POST",
        "/v1/silences",
        "{\"conditions\": [{\"field\": \"a\", \"operator\": \"exists\"}], \"minutes\": %d}"
            .formatted(minutes),
        "idempotency-key",
        key);
  }
}
