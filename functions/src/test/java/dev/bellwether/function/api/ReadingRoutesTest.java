package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.DeliveryJson;
import dev.bellwether.adapter.json.ExecutionJson;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Given;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingRoutesTest {
  private final ApiClient client = new ApiClient();

  @Test
  void an_execution_is_shown_whole() {
    var execution = Given.anExecution("d-1", NOW);
    client.executions.create(execution);

    var answer = client.get("/v1/executions/" + execution.id());

    assertEquals(200, answer.getStatusCode());
    assertEquals(execution, ExecutionJson.read(json(answer)));
  }

  @Test
  void executions_are_listed_in_brief_the_newest_first() {
    client.executions.create(Given.anExecution("d-1", NOW.minusSeconds(9)));
    client.executions.create(Given.anExecution("d-2", NOW));

    var items = items(client.get("/v1/executions"));

    assertEquals(List.of("d-2", "d-1"), texts(items, "/cause/id"));
    var brief = items.path(0);
    assertEquals("assign_reviewer", brief.at("/steps/0/type").textValue());
    assertEquals("pending", brief.at("/steps/0/state").textValue());
    assertTrue(brief.hasNonNull("title"));
    for (var left : List.of("/facts", "/explanation", "/cause/delivery", "/steps/0/parameters")) {
      assertTrue(brief.at(left).isMissingNode(), left);
    }
  }

  @Test
  void executions_are_listed_by_workflow_and_up_to_a_limit() {
    var other = Given.aWorkflow("other").withVersion(1);
    client.executions.create(Given.anExecutionOf(other, "d-1", NOW));
    client.executions.create(Given.anExecution("d-2", NOW));
    client.executions.create(Given.anExecution("d-3", NOW.plusSeconds(1)));

    assertEquals(
        List.of("d-1"), texts(items(client.get("/v1/executions?workflow=other")), "/cause/id"));
    assertEquals(List.of("d-3"), texts(items(client.get("/v1/executions?limit=1")), "/cause/id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/executions?limit=0",
        "/v1/executions?limit=101",
        "/v1/executions?limit=ten",
        "/v1/executions?limit=-1",
        "/v1/executions?workflow=No Slug",
        "/v1/executions?workflows=a",
        "/v1/deliveries?workflow=a",
        "/v1/sla/clocks?kind=prs",
      })
  void a_query_that_is_not_understood_is_refused(String path) {
    assertEquals(400, client.get(path).getStatusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/executions/none", "/v1/executions/%20", "/v1/deliveries/none"})
  void what_is_not_there_is_not_found(String path) {
    assertEquals(404, client.get(path).getStatusCode());
  }

  @Test
  void deliveries_are_listed_without_and_shown_with_their_explanations() {
    var delivery = Given.aDelivery("d-1", NOW);
    client.deliveries.record(delivery);

    var brief = items(client.get("/v1/deliveries")).path(0);

    assertTrue(brief.at("/decisions/0/fires").isBoolean());
    assertFalse(brief.at("/decisions/0").has("explanation"));
    assertEquals(delivery, DeliveryJson.read(json(client.get("/v1/deliveries/d-1"))));
  }

  @Test
  void clocks_say_when_their_promise_breaks_the_most_pressing_first() {
    client.clocks.create(Given.aClock(7001, NOW.minusSeconds(10)));
    client.clocks.create(Given.aClock(7002, NOW.minusSeconds(700)).reached(Level.WARNING));
    client.clocks.create(Given.aClock(7003, NOW.minusSeconds(1300)).reached(Level.CRITICAL));

    var items = items(client.get("/v1/sla/clocks"));

    assertEquals(List.of("build#7002.1", "build#7001.1", "build#7003.1"), texts(items, "/subject"));
    assertEquals(1, items.path(0).required("level").intValue());
    assertEquals(NOW.minusSeconds(100).toString(), items.path(0).at("/breach_at").textValue());
    assertEquals(10.0, items.path(1).required("elapsed_seconds").doubleValue());
    assertFalse(items.path(0).has("marks"));
  }

  @Test
  void clocks_are_listed_by_the_kind_of_subject() {
    client.clocks.create(Given.aClock(7001, NOW));

    assertEquals(1, items(client.get("/v1/sla/clocks?kind=build")).size());
    assertEquals(0, items(client.get("/v1/sla/clocks?kind=pr")).size());
  }

  @Test
  void violations_are_listed_the_newest_first() {
    client.violations.record(Given.aViolation(7001, Level.WARNING, NOW.minusSeconds(5)));
    client.violations.record(Given.aViolation(7001, Level.ESCALATION, NOW));

    var items = items(client.get("/v1/sla/violations"));

    assertEquals(2, items.path(0).required("level").intValue());
    assertEquals(1, items.path(1).required("level").intValue());
  }

  @Test
  void action_types_say_what_they_take() {
    assertEquals(
        Json.read(
            """
            {"type": "assign_reviewer", "description": "Asks for a review.", "repeat": "safe",
              "parameters": [
                {"name": "reviewer", "type": "text", "required": true, "description": "a login"},
                {"name": "mode", "type": "text", "required": false, "allowed": ["one", "all"],
                 "description": "how"}],
              "either_of": ["reviewer", "mode"]}\
            """),
        StreamSupport.stream(items(client.get("/v1/action-types")).spliterator(), false)
            .filter(type -> type.path("type").asText().equals("assign_reviewer"))
            .findFirst()
            .orElseThrow());
  }

  private static List<String> texts(JsonNode items, String pointer) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.at(pointer).textValue())
        .toList();
  }
}
