package dev.bellwether.local.dashboard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.local.system.Payloads;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What happens on GitHub, at agents and inside, while somebody looks at the dashboard.
///
/// @param time starts at [#NINE]
record Happenings(WholeSystem whole, SettableTime time) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String REPOSITORY = "octo-org/hello-world";

  static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

  void pullRequest(int number, int files, String title) throws Exception {
    var id = "11111111-0000-0000-0000-%012d".formatted(number);
    var payload = Payloads.pullRequest("opened", number, files, NINE);
    whole.http().webhook("pull_request", id, payload.replace("Add greeting", title));
  }

  /// Somebody saves a workflow with the id `ask`.
  void workflow() throws Exception {
    whole
        .http()
        .api(
            "POST",
            "/v1/workflows",
            """
            {"id": "ask", "name": "Ask", "trigger": "pr_created",
             "conditions": [{"any": [{"field": "files_changed", "operator": "lt", "value": 50},
                                    {"field": "author", "operator": "eq", "value": "octo-lead"}]}],
             "actions": [{"type": "add_labels", "parameters": {"labels": "small"}}]}
            """);
  }

  /// A build lasts longer than the ten minutes that are promised, and this is noticed.
  void buildIsLate() throws Exception {
    var id = "44444444-0000-0000-0000-000000000001";
    whole.http().webhook("workflow_run", id, Payloads.build("requested", 7001, NINE, NINE));
    time.pass(Duration.ofSeconds(601));
    whole.system().fire("SlaCheckFunctionSweep");
    whole.await("the incident", this::isKnown);
  }

  void agentReports() throws Exception {
    whole
        .http()
        .api(
            "POST",
            "/v1/agents/activity",
            """
            {"agent_name": "helper", "agent_type": "coding", "activity_type": "code_review",
             "activity_data": {}, "repository": "octo-org/hello-world", "branch_name": "feature/x",
             "status": "completed", "duration_seconds": 90}
            """);
  }

  /// Somebody runs a workflow by hand on facts of their own.
  ///
  /// @return the execution's id
  String run(Map<String, String> facts) throws Exception {
    var workflow =
        """
        {"name": "Anything", "trigger": "pr_created", "actions": [{"type": "comment",
         "parameters": {"body": "{{h0}}"}}]}
        """;
    whole.http().api("POST", "/v1/workflows", workflow);
    var asked = JSON.createObjectNode().put("repository", REPOSITORY).put("subject", "pr#42");
    asked.set("facts", JSON.valueToTree(facts));
    var started = whole.http().api("POST", "/v1/workflows/anything/run", asked.toString());
    return started.required("execution_id").asText();
  }

  /// Puts what no worker could do where such things go.
  void deadLetter() {
    var queue =
        Objects.requireNonNull(
            whole.system().environment("ApiFunction").get("ACTION_DEAD_LETTERS_URL"));
    var message = "{\"execution_id\": \"gone\", \"repository\": \"octo-org/hello-world\"}";
    try (var sqs = SqsClient.create()) {
      sqs.sendMessage(request -> request.queueUrl(queue).messageBody(message));
    }
  }

  private boolean isKnown() {
    try {
      return !whole.http().get("/v1/incidents").path("items").isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
