package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.WorkflowId;
import org.junit.jupiter.api.Test;

class TemplateRoutesTest {
  private static final String MAKE = "/v1/templates/pr-review-automation/instantiate";

  private final ApiClient client = new ApiClient();

  @Test
  void all_are_listed_with_what_they_ask_for() {
    var items = items(client.get("/v1/templates"));

    assertEquals(10, items.size());
    assertEquals("pr-review-automation", items.path(0).required("id").textValue());
    assertEquals(50, items.path(0).at("/parameters/fewer_files_than/default").intValue());
    assertFalse(items.path(0).has("definition"));
  }

  @Test
  void one_is_shown_with_its_definition() {
    var template = json(client.get("/v1/templates/pr-review-automation"));

    assertEquals(
        "${reviewer}", template.at("/definition/actions/0/parameters/reviewer").textValue());
    assertEquals(404, client.get("/v1/templates/nope").getStatusCode());
    assertEquals(404, client.get("/v1/templates/..%2Fdashboard").getStatusCode());
  }

  @Test
  void a_filled_template_is_saved_as_a_workflow() {
    var answer =
        client.send(
            "POST",
            MAKE,
            "{\"parameters\": {\"reviewer\": \"mona\"}, \"id\": \"ours\", \"state\": \"shadow\"}");

    assertEquals(201, answer.getStatusCode(), answer.getBody());
    assertEquals("/v1/workflows/ours", answer.getHeaders().get("Location"));
    var saved = client.workflows.find(new WorkflowId("ours")).orElseThrow();
    assertEquals("mona", saved.plan().all().findFirst().orElseThrow().parameters().get("reviewer"));
    assertEquals(409, client.send("POST", MAKE, "{\"id\": \"ours\"}").getStatusCode());
  }

  @Test
  void a_dry_run_shows_the_definition_and_saves_nothing() {
    var answer = client.send("POST", MAKE + "?dry_run=true", "{}");

    assertEquals(200, answer.getStatusCode());
    assertEquals("lead-developer", json(answer).at("/actions/0/parameters/reviewer").textValue());
    assertTrue(client.workflows.all().isEmpty());
    assertEquals(400, client.send("POST", MAKE + "?dry_run=yes", "{}").getStatusCode());
  }

  @Test
  void a_value_that_will_not_do_is_told_at_its_name() {
    var answer =
        client.send("POST", MAKE, "{\"parameters\": {\"reviewer\": 5, \"colour\": \"red\"}}");

    assertEquals(422, answer.getStatusCode());
    assertEquals("/parameters/reviewer", json(answer).at("/errors/0/pointer").textValue());
    assertEquals("/parameters/colour", json(answer).at("/errors/1/pointer").textValue());
    assertTrue(client.workflows.all().isEmpty());
  }
}
