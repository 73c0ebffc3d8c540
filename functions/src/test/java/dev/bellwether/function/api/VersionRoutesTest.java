package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRoutesTest {
  private static final String VERSIONS = "/v1/workflows/a/versions";

  private final ApiClient client = new ApiClient();

  VersionRoutesTest() {
    var workflow = Given.aWorkflow("a");
    for (int version = 0; version < 3; version++) {
      client.workflows.save(workflow.withVersion(version));
    }
  }

  @Test
  void versions_are_listed_the_last_first() {
    var items = items(client.get(VERSIONS));

    assertEquals(3, items.size());
    assertEquals(3, items.path(0).required("version").intValue());
    assertEquals(1, items(client.get(VERSIONS + "?limit=1")).size());
    assertEquals(400, client.get(VERSIONS + "?limit=0").getStatusCode());
  }

  @Test
  void one_version_is_shown_also_when_the_workflow_is_deleted() {
    client.send("DELETE", "/v1/workflows/a", null);

    var answer = client.get(VERSIONS + "/2");

    assertEquals(2, json(answer).required("version").intValue());
    assertEquals("\"2\"", answer.getHeaders().get("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VERSIONS + "/4",
        VERSIONS + "/0",
        VERSIONS + "/two",
        VERSIONS + "/99999999999",
        "/v1/workflows/b/versions",
        "/v1/workflows/b/versions/1",
        "/v1/workflows/A%20B/versions",
        "/v1/workflows/A%20B/versions/1"
      })
  void what_is_not_there_is_not_found(String path) {
    assertEquals(404, client.get(path).getStatusCode());
  }

  @Test
  void two_versions_are_compared_pointer_by_pointer() {
    client.workflows.save(Given.aWorkflow("b"));
    client.workflows.save(Given.aWorkflow("b").withVersion(1).withState(WorkflowState.PAUSED));
    client.workflows.save(Given.aWorkflow("b").withVersion(2));

    var paused = "[{\"pointer\":\"/state\",\"before\":\"active\",\"after\":\"paused\"}]";
    assertEquals(
        "{\"from\":1,\"to\":2,\"changes\":%s}".formatted(paused),
        client.get("/v1/workflows/b/versions/2/diff").getBody());
    assertEquals(
        "{\"from\":1,\"to\":3,\"changes\":[]}",
        client.get("/v1/workflows/b/versions/3/diff?with=1").getBody());
    assertEquals(404, client.get("/v1/workflows/b/versions/1/diff").getStatusCode());
    assertEquals(404, client.get("/v1/workflows/b/versions/2/diff?with=9").getStatusCode());
  }
}
