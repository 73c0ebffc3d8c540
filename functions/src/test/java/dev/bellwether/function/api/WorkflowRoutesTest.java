package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.domain.workflow.WorkflowId;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowRoutesTest {
  private static final String SMALL_PRS =
      """
      {"name": "Small PRs", "trigger": "pr_created",
       "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "lead"}}]}\
      """;

  private final ApiClient client = new ApiClient();

  @Test
  void a_workflow_is_created_under_the_slug_of_its_name() {
    var answer = client.send("POST", "/v1/workflows", SMALL_PRS);

    assertEquals(201, answer.getStatusCode());
    assertEquals("/v1/workflows/small-prs", answer.getHeaders().get("Location"));
    assertEquals("\"1\"", answer.getHeaders().get("ETag"));
    assertEquals(json(answer), json(client.get("/v1/workflows/small-prs")));
  }

  @Test
  void a_faulty_definition_is_refused_with_every_fault_and_nothing_is_stored() {
    var answer =
        client.send(
            "POST", "/v1/workflows", SMALL_PRS.replace("pr_created", "x").replace("lead", " "));

    assertEquals(422, answer.getStatusCode());
    assertEquals(
        List.of("/trigger", "/actions/0/parameters/reviewer"),
        StreamSupport.stream(json(answer).required("errors").spliterator(), false)
            .map(error -> error.required("pointer").textValue())
            .toList());
    assertTrue(client.workflows.all().isEmpty());
  }

  @Test
  void a_definition_is_checked_and_shown_in_full_without_being_saved() {
    var valid = client.send("POST", "/v1/workflows/validate", SMALL_PRS);
    var faulty = client.send("POST", "/v1/workflows/validate", SMALL_PRS.replace("lead", " "));

    assertEquals(200, valid.getStatusCode());
    assertEquals(3600, json(valid).required("timeout_seconds").intValue());
    assertEquals(422, faulty.getStatusCode());
    assertEquals(1, json(faulty).required("errors").size());
    assertTrue(client.workflows.all().isEmpty());
  }

  @Test
  void a_workflow_may_be_called_what_a_path_is_called() {
    client.send("POST", "/v1/workflows", SMALL_PRS.replace("Small PRs", "validate"));

    assertEquals(200, client.get("/v1/workflows/validate").getStatusCode());
  }

  @Test
  void an_id_that_is_taken_is_a_conflict() {
    create();

    assertEquals(409, client.send("POST", "/v1/workflows", SMALL_PRS).getStatusCode());
  }

  @Test
  void all_are_listed_by_name() {
    create();
    client.send("POST", "/v1/workflows", SMALL_PRS.replace("Small PRs", "All PRs"));

    var items = items(client.get("/v1/workflows"));

    assertEquals("all-prs", items.path(0).required("id").textValue());
    assertEquals("small-prs", items.path(1).required("id").textValue());
  }

  @Test
  void a_fact_that_no_trigger_carries_is_warned_of_and_saved_all_the_same() throws IOException {
    var slip =
        SMALL_PRS.replace(
            "\"actions\"",
            "\"conditions\": [{\"field\": \"file_changed\", \"operator\": \"lt\", \"value\": 9}],"
                + " \"actions\"");

    var validated = client.send("POST", "/v1/workflows/validate", slip);
    var saved = client.send("POST", "/v1/workflows", slip);

    for (var answer : List.of(validated, saved)) {
      var warnings = new JsonMapper().readTree(answer.getBody()).path("warnings");
      assertEquals(
          "No trigger of this workflow carries the fact 'file_changed': did you mean"
              + " 'files_changed'?",
          warnings.path(0).asText());
    }
    assertEquals(201, saved.getStatusCode());
    assertEquals(200, put(saved.getBody().replace("file_changed", "files_changed")));
    assertFalse(client.get("/v1/workflows/small-prs").getBody().contains("warnings"));
  }

  @Test
  void what_is_read_can_be_changed_and_sent_back() {
    create();
    var read = client.get("/v1/workflows/small-prs").getBody();

    var answer = put(read.replace("\"lead\"", "\"mona\""));

    assertEquals(200, answer);
    var saved = client.workflows.find(new WorkflowId("small-prs")).orElseThrow();
    assertEquals(2, saved.version());
    assertEquals("mona", saved.plan().all().findFirst().orElseThrow().parameters().get("reviewer"));
  }

  @Test
  void a_change_of_what_has_changed_meanwhile_is_a_conflict() {
    create();
    var read = client.get("/v1/workflows/small-prs").getBody();
    put(SMALL_PRS);

    assertEquals(409, put(read));
    assertEquals(412, put(SMALL_PRS, "if-match", "\"1\""));
    assertEquals(200, put(SMALL_PRS, "if-match", "\"2\""));
    assertEquals(200, put(SMALL_PRS));
    assertEquals(200, put(read, "if-match", "*"));
    assertEquals(5, client.workflows.find(new WorkflowId("small-prs")).orElseThrow().version());
  }

  @ParameterizedTest
  @CsvSource({"3", "'\"0\"'", "'W/\"1\"'", "'\"1\", \"2\"'"})
  void an_entity_tag_that_was_never_ours_is_refused(String tag) {
    create();

    assertEquals(400, put(SMALL_PRS, "if-match", tag));
    assertEquals(
        400,
        client.send("DELETE", "/v1/workflows/small-prs", null, "if-match", tag).getStatusCode());
  }

  @Test
  void an_id_never_changes() {
    create();

    assertEquals(422, put(SMALL_PRS.replace("{\"name\"", "{\"id\": \"other\", \"name\"")));
  }

  @Test
  void what_is_not_there_cannot_be_changed() {
    assertEquals(404, put(SMALL_PRS));
    assertEquals(404, put(SMALL_PRS, "if-match", "\"1\""));
    assertTrue(client.workflows.all().isEmpty());
  }

  @Test
  void a_deleted_workflow_is_gone() {
    create();

    assertEquals(412, delete("if-match", "\"7\""));
    assertEquals(204, delete("if-match", "\"1\""));
    assertEquals(404, delete());
    assertEquals(404, client.get("/v1/workflows/small-prs").getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, '{}', 415",
    "application/json, '', 400",
    "application/json, '{', 400",
    "application/yaml, '{', 400",
    "text/yaml, '[]', 422",
    "application/json; charset=utf-8, '[]', 422",
  })
  void what_is_no_json_document_is_refused(String type, String body, int status) {
    var answer = client.send("POST", "/v1/workflows", body, "content-type", type);

    assertEquals(status, answer.getStatusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/yaml", "text/yaml; charset=utf-8"})
  void a_workflow_may_be_written_in_yaml(String type) {
    var yaml =
        """
        name: Small PRs
        trigger: pr_created
        actions:
          - type: assign_reviewer
            parameters: {reviewer: lead}
        """;

    var created = client.send("POST", "/v1/workflows", yaml, "content-type", type);

    assertEquals(201, created.getStatusCode());
    assertEquals(
        200,
        client.send("PUT", "/v1/workflows/small-prs", yaml, "content-type", type).getStatusCode());
    assertEquals(
        422,
        client
            .send("POST", "/v1/workflows", yaml.replace("lead", "5"), "content-type", type)
            .getStatusCode());
  }

  @Test
  void a_document_has_its_limit() {
    var long_ = "{\"name\": \"" + "x".repeat(Document.MAX_BYTES) + "\"}";

    assertEquals(413, client.send("POST", "/v1/workflows", long_).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({"NOT-A-SLUG", "%20", "unknown"})
  void an_id_that_none_has_is_not_found(String id) {
    assertEquals(404, client.get("/v1/workflows/" + id).getStatusCode());
  }

  private void create() {
    client.send("POST", "/v1/workflows", SMALL_PRS);
  }

  private int put(String definition, String... headers) {
    return client.send("PUT", "/v1/workflows/small-prs", definition, headers).getStatusCode();
  }

  private int delete(String... headers) {
    return client.send("DELETE", "/v1/workflows/small-prs", null, headers).getStatusCode();
  }
}
