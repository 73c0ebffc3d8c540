package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.sandbox.Http;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What sets workflows off beside GitHub and the clock, and what is only simulated.
class OtherTriggersTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:01Z");

  private WholeSystem whole;

  @BeforeEach
  void start() throws Exception {
    whole = WholeSystem.start(new SettableTime(NINE));
  }

  @AfterEach
  void stop() {
    whole.close();
  }

  @Test
  void a_person_an_agent_and_a_signed_webhook_each_set_a_workflow_off() throws Exception {
    save("By hand", "\"manual\"", "By hand, {{event.inputs.why}}");
    save("By agents", "\"agent_task_completed\"", "{{agent_name}} is done");
    save("By others", "{\"type\": \"webhook\", \"sources\": [\"local\"]}", "{{event.state}}");

    whole
        .http()
        .api(
            "POST",
            "/v1/workflows/by-hand/run",
            """
            {"subject": "pr#42", "repository": "octo-org/hello-world", "inputs": {"why": "asked"}}
            """);
    whole
        .http()
        .api(
            "POST",
            "/v1/agents/activity",
            """
            {"agent_name": "ada", "agent_type": "coder", "activity_type": "commit",
             "repository": "octo-org/hello-world", "branch_name": "feature/x", "pr_number": 42,
             "status": "completed"}
            """);
    var inbound =
        whole
            .http()
            .inbound(
                "local",
                """
                {"repository": "octo-org/hello-world", "number": 42, "state": "alerting"}
                """);

    assertEquals(202, inbound.statusCode(), inbound.body());
    var executions = whole.executionsAtRest();
    assertEquals(List.of("succeeded", "succeeded", "succeeded"), texts(executions, "state"));
    assertEquals(List.of("By hand, asked", "ada is done", "alerting"), comments());
  }

  @Test
  void what_is_simulated_over_past_deliveries_does_nothing() throws Exception {
    var opened = Payloads.pullRequest("opened", 42, 3, NINE);
    whole.http().webhook("pull_request", "d-1", opened);
    whole.http().webhook("pull_request", "d-2", Payloads.pullRequest("opened", 43, 99, NINE));

    var past =
        whole
            .http()
            .api(
                "POST",
                "/v1/workflows/simulate",
                """
                {"days": 7, "definition":
                 {"name": "Small", "trigger": "pr_created",
                  "conditions": [
                    {"field": "event.pull_request.changed_files", "operator": "lt", "value": 50}],
                  "actions": [{"type": "comment", "parameters": {"body": "{{title}}"}}]}}
                """);

    assertEquals(2, past.required("judged").asInt());
    assertEquals(1, past.required("would_fire").asInt());
    assertEquals(0, past.required("did_fire").asInt());
    assertEquals(List.of(), whole.changesOnGitHub());
  }

  private void save(String name, String trigger, String body) throws Exception {
    whole
        .http()
        .api(
            "POST",
            "/v1/workflows",
            """
            {"name": "%s", "trigger": %s,
             "actions": [{"type": "comment", "parameters": {"body": "%s"}}]}
            """
                .formatted(name, trigger, body));
  }

  private List<String> comments() throws Exception {
    var path = "/repos/octo-org/hello-world/issues/42/comments";
    return new Http(whole.gitHub().url())
        .get(path).json().findValuesAsText("body").stream()
            .map(body -> body.lines().findFirst().orElse(""))
            .sorted()
            .toList();
  }

  private static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }
}
