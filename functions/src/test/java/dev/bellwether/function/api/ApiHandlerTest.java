package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.function.api.ApiClient.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.function.Environment;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.RecordingContext;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiHandlerTest {
  private final ApiClient client = new ApiClient();
  private final RecordingContext context = new RecordingContext();

  @Test
  void without_a_token_nobody_gets_in_and_hears_how_to() {
    var answer = asked("GET", "/v1/workflows", Map.of());

    assertEquals(401, answer.getStatusCode());
    assertEquals("Bearer realm=\"bellwether\"", answer.getHeaders().get("WWW-Authenticate"));
    assertEquals("application/problem+json", answer.getHeaders().get("content-type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer the-admin-toke", "Bearer the-admin-token2"})
  void a_wrong_token_does_not_get_in(String authorization) {
    var answer = asked("GET", "/v1/workflows", Map.of("authorization", authorization));

    assertEquals(401, answer.getStatusCode());
    assertEquals(
        "Bearer realm=\"bellwether\", error=\"invalid_token\"",
        answer.getHeaders().get("WWW-Authenticate"));
  }

  @Test
  void the_schemes_name_may_be_written_in_any_case() {
    var answer =
        asked("GET", "/v1/workflows", Map.of("authorization", "bearer " + ApiClient.TOKEN));

    assertEquals(200, answer.getStatusCode());
  }

  @Test
  void when_no_token_is_set_up_none_gets_in() {
    var handler = new ApiHandler(Optional::empty, client::api, client.clock);

    var answer =
        handler.handleRequest(
            request("GET", "/v1/workflows", Map.of("authorization", "Bearer x"), null), context);

    assertEquals(503, answer.getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({"GET, /v1/nothing", "PATCH, /v1/workflows", "GET, /v1"})
  void who_is_not_let_in_learns_no_paths(String method, String path) {
    assertEquals(401, asked(method, path, Map.of()).getStatusCode());
  }

  @Test
  void health_is_for_everybody() {
    var answer = asked("GET", "/v1/health", Map.of());

    assertEquals(200, answer.getStatusCode());
    assertEquals("ok", json(answer).required("status").textValue());
  }

  @Test
  void the_schema_of_definitions_is_for_everybody() {
    var schema = asked("GET", "/schemas/workflow.json", Map.of());

    assertEquals(200, schema.getStatusCode());
    assertEquals("urn:bellwether:workflow", json(schema).required("$id").textValue());
    assertEquals(404, asked("GET", "/schemas/other.json", Map.of()).getStatusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/nothing", "/v1/workflows/", "/v1/workflows/a/b", "/nothing", "/v1/x%"})
  void an_unknown_path_is_not_found(String path) {
    assertEquals(404, client.get(path).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /v1/workflows, 'GET, POST'",
    "POST, /v1/workflows/a, 'DELETE, GET, PUT'",
    "DELETE, /v1/executions, GET",
  })
  void a_method_that_a_path_does_not_take_is_told_which_it_does(
      String method, String path, String allowed) {
    var answer = client.send(method, path, null);

    assertEquals(405, answer.getStatusCode());
    assertEquals(allowed, answer.getHeaders().get("Allow"));
  }

  @Test
  void who_has_the_answer_already_is_told_that_nothing_has_changed() {
    var first = client.get("/v1/workflows");
    var tag = String.valueOf(first.getHeaders().get("ETag"));

    var same = client.send("GET", "/v1/workflows", null, "if-none-match", "\"x\", " + tag);
    assertEquals(304, same.getStatusCode());
    assertEquals(tag, same.getHeaders().get("ETag"));
    assertNull(same.getBody());

    client.workflows.save(Given.aWorkflow("new"));
    var other = client.send("GET", "/v1/workflows", null, "if-none-match", tag);
    assertEquals(200, other.getStatusCode());
  }

  @Test
  void one_line_is_logged_and_no_token_in_it() {
    client.get("/v1/workflows");

    var line = client.context.line();
    assertEquals("/v1/workflows", line.required("path").textValue());
    assertEquals(200, line.required("status").intValue());
    assertFalse(line.toString().contains(ApiClient.TOKEN));
  }

  @Test
  void it_is_built_without_a_single_variable_and_asks_for_one_only_when_called() {
    var handler = new ApiHandler(Environment.of(Map.of(), client.clock));

    var health = handler.handleRequest(request("GET", "/v1/health", Map.of(), null), context);
    var workflows =
        handler.handleRequest(
            request("GET", "/v1/workflows", Map.of("authorization", "Bearer x"), null), context);

    assertEquals(200, health.getStatusCode());
    assertEquals(500, workflows.getStatusCode());
    assertTrue(
        context.lines().getLast().required("reason").textValue().contains("ADMIN_SECRET_ARN"));
  }

  @Test
  void what_breaks_is_logged_and_not_told() {
    var handler =
        new ApiHandler(
            () -> {
              throw new IllegalStateException("the table is gone");
            },
            client::api,
            client.clock);

    var answer =
        handler.handleRequest(
            request("GET", "/v1/workflows", Map.of("authorization", "Bearer x"), null), context);

    assertEquals(500, answer.getStatusCode());
    assertFalse(answer.getBody().contains("table"));
    assertEquals("the table is gone", context.line().required("reason").textValue());
  }

  private APIGatewayV2HTTPResponse asked(String method, String path, Map<String, String> headers) {
    return new ApiHandler(() -> Optional.of(ApiClient.TOKEN), client::api, client.clock)
        .handleRequest(request(method, path, headers, null), context);
  }
}
