package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.sandbox.Http;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A pull request that is approved is merged, by facts that no webhook carries.
class MergeTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:01Z");
  private static final String REPOSITORY = "/repos/" + Payloads.REPOSITORY;
  private static final String MERGED = "merged octo-org/hello-world#42";
  private static final String WORKFLOW =
      """
      {"name": "Merge what is approved", "trigger": "pr_approved",
       "conditions": [{"field": "approvals", "operator": "gte", "value": 1},
                      {"field": "author_permission", "operator": "in", "value": ["write", "admin"]}],
       "actions": [{"type": "merge_pr", "parameters": {"method": "squash"}}]}
      """;

  private final SettableTime time = new SettableTime(NINE);
  private WholeSystem whole;

  @BeforeEach
  void start() throws Exception {
    whole = WholeSystem.start(time);
    whole.http().api("POST", "/v1/workflows", WORKFLOW);
  }

  @AfterEach
  void stop() {
    whole.close();
  }

  @Test
  void an_approved_pull_request_is_merged_once() throws Exception {
    approve("approved", 1);
    whole.executionsAtRest();
    approve("approved", 2);

    var executions = whole.executionsAtRest();

    assertEquals(List.of("succeeded", "succeeded"), states(executions));
    assertEquals(List.of(MERGED), merges());
  }

  @Test
  void one_whose_approval_was_dismissed_meanwhile_is_left_alone() throws Exception {
    tell("dismissed");
    send(3);

    var executions = whole.executionsAtRest();

    assertEquals(List.of("cancelled"), states(executions));
    assertEquals(List.of(), merges());
    var id = executions.get(0).path("id").asText();
    var explanation = whole.http().get("/v1/executions/" + id).path("explanation");
    assertTrue(explanation.toString().contains("approvals"), explanation.toString());
  }

  @Test
  void a_required_check_is_waited_for() throws Exception {
    var github = new Http(whole.gitHub().url());
    github.call(
        "PUT",
        REPOSITORY + "/branches/main/protection",
        """
        {'required_status_checks': {'strict': false, 'contexts': ['ci']}, 'restrictions': null,
         'enforce_admins': null, 'required_pull_request_reviews': null}\
        """);

    approve("approved", 4);
    whole.await("the execution to wait", () -> states(executions()).equals(List.of("waiting")));
    github.post(REPOSITORY + "/statuses/" + Payloads.HEAD, "{'state': 'success', 'context': 'ci'}");
    time.pass(Duration.ofSeconds(30));
    wake(executions().path(0).path("id").asText());

    assertEquals(List.of("succeeded"), states(whole.executionsAtRest()));
    assertEquals(List.of(MERGED), merges());
  }

  /// Brings the message that was put off, which the queue would by its own clock.
  private void wake(String execution) throws Exception {
    var json = new JsonMapper();
    var body = Map.of("execution_id", execution, "repository", Payloads.REPOSITORY);
    var message = Map.of("messageId", "wake", "body", json.writeValueAsString(body));
    whole
        .system()
        .invoke("ActionFunction", json.writeValueAsString(Map.of("Records", List.of(message))));
  }

  private void approve(String state, int delivery) throws Exception {
    tell(state);
    send(delivery);
  }

  /// Lets GitHub know of the pull request and of a review of it.
  private void tell(String state) throws IOException {
    var payload = new JsonMapper().readTree(payload());
    ((ObjectNode) payload.path("review")).put("state", state);
    whole.gitHub().learn(payload);
  }

  private void send(int delivery) throws IOException, InterruptedException {
    var id = "22222222-0000-0000-0000-00000000000" + delivery;
    assertEquals(202, whole.http().webhook("pull_request_review", id, payload()).statusCode());
  }

  private static String payload() {
    var pull = Payloads.pullRequest("submitted", 42, 3, NINE);
    return pull.replaceFirst(
        "\\{",
        "{\"review\": {\"id\": 9, \"state\": \"approved\", \"user\": {\"login\": \"bob\","
            + " \"type\": \"User\"}, \"submitted_at\": \"%s\"},".formatted(NINE));
  }

  private JsonNode executions() {
    try {
      return whole.http().get("/v1/executions").path("items");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<String> merges() {
    return whole.changesOnGitHub().stream().filter(MERGED::equals).toList();
  }

  private static List<String> states(JsonNode executions) {
    return StreamSupport.stream(executions.spliterator(), false)
        .map(execution -> execution.path("state").asText())
        .toList();
  }
}
