package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentRoutesTest {
  private static final String REPORT =
      """
      {"agent_name": "ada", "agent_type": "coder", "activity_type": "commit",
       "activity_data": {"files": ["a.txt"]}, "repository": "octo/hello",
       "branch_name": "feat/ada/cache", "pr_number": 42, "commit_sha": "0123abcd",
       "duration_seconds": 1.5, "status": "completed", "completed_at": "2026-11-25T10:00:00+01:00"}
      """;

  private final ApiClient client = new ApiClient();

  @Test
  void a_report_is_recorded_field_for_field() {
    var answer = client.send("POST", "/v1/agents/activity", REPORT);

    assertEquals(201, answer.getStatusCode());
    var activity = client.activities.newest(NOW, 9).getFirst();
    assertEquals("ada", activity.agentName());
    assertEquals("coder", activity.agentType());
    assertEquals("commit", activity.activityType());
    assertEquals("octo/hello", activity.repository());
    assertEquals("feat/ada/cache", activity.branchName());
    assertEquals(42, activity.prNumber());
    assertEquals("0123abcd", activity.commitSha());
    assertEquals(1.5, activity.durationSeconds());
    assertEquals("completed", activity.status());
    assertEquals("2026-11-25T09:00:00Z", String.valueOf(activity.completedAt()));
    assertEquals(NOW, activity.receivedAt());
    assertEquals(items(client.get("/v1/agents/activity")).path(0), json(answer));
  }

  @Test
  void the_path_may_name_the_agent() {
    var nameless = REPORT.replace("\"agent_name\": \"ada\",", "");

    assertEquals(201, client.send("POST", "/v1/agents/grace/activity", nameless).getStatusCode());
    assertEquals(422, client.send("POST", "/v1/agents/grace/activity", REPORT).getStatusCode());
    assertEquals(422, client.send("POST", "/v1/agents/activity", nameless).getStatusCode());
    assertEquals(1, items(client.get("/v1/agents/grace/activity")).size());
    assertEquals(0, items(client.get("/v1/agents/ada/activity")).size());
  }

  @Test
  void a_report_sent_again_under_its_key_is_the_same_report() {
    for (int i = 0; i < 2; i++) {
      client.send("POST", "/v1/agents/activity", REPORT, "idempotency-key", "report-1");
    }

    assertEquals(1, client.activities.newestOf("ada", 9).size());
  }

  @ParameterizedTest
  @CsvSource({
    "'', in_progress",
    "', \"completed_at\": \"2026-11-25T09:00:00Z\"', completed",
  })
  void a_report_without_status_is_given_the_one_it_implies(String more, String status) {
    var bare =
        """
        {"agent_name": "ada", "agent_type": "coder", "activity_type": "heartbeat",
         "repository": "octo/hello", "branch_name": "main"%s}\
        """
            .formatted(more);

    var answer = client.send("POST", "/v1/agents/activity", bare);

    assertEquals(status, json(answer).required("status").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "agent_name, 5, /agent_name",
    "agent_type, '\" \"', /agent_type",
    "activity_data, '[]', /activity_data",
    "activity_data, '{\"a\": [null]}', /activity_data/a/0",
    "repository, '\"hello\"', /repository",
    "branch_name, null, /branch_name",
    "pr_number, 0, /pr_number",
    "pr_number, 1.5, /pr_number",
    "commit_sha, '\"main\"', /commit_sha",
    "duration_seconds, -1, /duration_seconds",
    "completed_at, '\"yesterday\"', /completed_at",
    "agent, '\"ada\"', /agent",
  })
  void a_faulty_report_is_refused_at_the_fault(String key, String value, String pointer) {
    var report = (ObjectNode) Json.read(REPORT);
    report.set(key, Json.read(value));

    var answer = client.send("POST", "/v1/agents/activity", report.toString());

    assertEquals(422, answer.getStatusCode());
    assertEquals(pointer, json(answer).at("/errors/0/pointer").textValue());
    assertTrue(client.activities.newest(NOW, 9).isEmpty());
  }

  @Test
  void what_the_system_itself_writes_nobody_reports() {
    var report =
        """
        {"agent_type": "coder", "activity_type": "task_done", "status": "completed",
         "activity_data": {"task_id": "another's"}, "repository": "octo/hello",
         "branch_name": "main"}
        """;

    var answer = client.send("POST", "/v1/agents/ada/activity", report);

    assertEquals(422, answer.getStatusCode());
    assertEquals("/activity_type", json(answer).at("/errors/0/pointer").textValue());
    assertTrue(client.activities.newest(NOW, 9).isEmpty());
  }
}
