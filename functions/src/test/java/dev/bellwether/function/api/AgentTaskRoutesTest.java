package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.usecase.ManageTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentTaskRoutesTest {
  private static final String TASK =
      """
      {"title": "Cache lookups", "text": "From a comment", "trust": "untrusted",
       "repository": "octo/hello", "skills": [], "paths": ["src/cache"], "weight": 2}
      """;

  private final ApiClient client = new ApiClient();

  @Test
  void a_task_is_made_taken_up_worked_on_and_done() {
    var id = create();
    assertEquals(id, next("ada").required("id").textValue());

    var waits = send("ada", id, "progress", "{\"fence\": 1, \"state\": \"waiting\"}");
    assertEquals("waiting", json(waits).required("state").textValue());
    client.clock.pass(Duration.ofSeconds(90));
    var body = "{\"fence\": 1, \"note\": \"green\", \"result\": {\"pull_request\": 43}}";
    var done = send("ada", id, "complete", body);

    assertEquals(200, done.getStatusCode());
    var task = json(client.get("/v1/tasks/" + id));
    assertEquals("done", task.required("state").textValue());
    assertEquals(43, task.at("/result/pull_request").intValue());
    assertEquals("untrusted", task.required("trust").textValue());
    var told = client.activities.newestOf("ada", 9).getFirst();
    assertEquals("task_done", told.activityType());
    assertEquals("agent_task_completed", told.event().orElseThrow().name());
    assertEquals(90.0, told.durationSeconds());
    assertEquals(1, json(client.get("/v1/agents/ada")).required("done").intValue());
  }

  @Test
  void what_comes_twice_counts_once_and_a_stale_fence_is_refused() {
    var id = create();
    next("ada");
    client.send("POST", "/v1/tasks/" + id + "/requeue", "{}");
    next("bob");

    assertEquals(409, send("ada", id, "complete", "{\"fence\": 1}").getStatusCode());
    assertEquals(409, send("bob", id, "complete", "{\"fence\": 1}").getStatusCode());
    assertEquals(200, send("bob", id, "complete", "{\"fence\": 2}").getStatusCode());
    assertEquals(200, send("bob", id, "complete", "{\"fence\": 2}").getStatusCode());
    assertEquals(409, send("bob", id, "fail", "{\"fence\": 2}").getStatusCode());
    assertEquals(1, json(client.get("/v1/agents/bob")).required("done").intValue());
    assertEquals(
        1,
        client.activities.newestOf("bob", 9).stream()
            .map(AgentActivity::activityType)
            .filter("task_done"::equals)
            .count());
  }

  @Test
  void an_agent_speaks_for_itself_and_gets_tasks_of_repositories_it_sees() {
    var id = create();
    var ada = token("ada", List.of());
    var blind = token("eve", List.of("other/*"));

    assertEquals(403, post(ada, "/v1/agents/bob/heartbeat").getStatusCode());
    assertEquals(403, post(ada, "/v1/agents/bob/tasks/next").getStatusCode());
    assertEquals(204, post(blind, "/v1/agents/eve/tasks/next").getStatusCode());
    assertEquals(404, post(blind, "/v1/agents/eve/tasks/" + id + "/release").getStatusCode());
    assertEquals(200, post(ada, "/v1/agents/ada/tasks/next").getStatusCode());
    assertEquals(403, post(ada, "/v1/agents/bob/tasks/" + id + "/release").getStatusCode());
  }

  @Test
  void who_waits_gets_a_task_as_soon_as_there_is_one() {
    client.coordinated.meanwhile =
        () -> {
          if (Duration.between(NOW, client.clock.instant()).toSeconds() >= 6) {
            create();
          }
        };

    var answer = client.send("POST", "/v1/agents/ada/tasks/next?wait_seconds=20", null);

    assertEquals(200, answer.getStatusCode());
    assertEquals(NOW.plusSeconds(6), client.clock.instant());
  }

  @Test
  void who_waits_in_vain_is_told_after_the_time_it_asked_for() {
    var answer = client.send("POST", "/v1/agents/ada/tasks/next?wait_seconds=20", null);

    assertEquals(204, answer.getStatusCode());
    assertEquals(NOW.plusSeconds(20), client.clock.instant());
    var status =
        client.send("POST", "/v1/agents/ada/tasks/next?wait_seconds=21", null).getStatusCode();
    assertEquals(400, status);
  }

  @Test
  void a_task_is_given_to_who_suits_it_and_the_choice_is_explained() {
    var id = create();
    put("ada", "{\"agent_type\": \"coder\", \"owned_paths\": [\"src/cache\"]}");
    put("bob", "{\"agent_type\": \"coder\"}");
    for (var name : List.of("ada", "bob")) {
      client.send("POST", "/v1/agents/" + name + "/heartbeat", "{}");
    }

    var answer = client.send("POST", "/v1/tasks/" + id + "/assign", "{}");

    assertEquals("ada", json(answer).at("/assignment/agent").textValue());
    assertEquals("assigned", json(answer).required("state").textValue());
    assertEquals(409, client.send("POST", "/v1/tasks/" + id + "/assign", "{}").getStatusCode());
    assertEquals(1, json(client.get("/v1/agents/ada")).required("tasks").intValue());
    assertEquals(1, items(client.get("/v1/tasks")).size());
    assertEquals(id, next("ada").required("id").textValue());
  }

  @Test
  void an_agent_is_known_from_its_first_sign_of_life() {
    assertEquals(404, client.get("/v1/agents/ada").getStatusCode());
    assertEquals(204, client.send("POST", "/v1/agents/ada/heartbeat", "{}").getStatusCode());

    var ada = json(client.get("/v1/agents/ada"));
    assertEquals("idle", ada.required("state").textValue());
    assertFalse(ada.has("active_at"));
    client.clock.pass(Duration.ofMinutes(30));
    assertEquals("offline", json(client.get("/v1/agents/ada")).required("state").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "capacity, 101, /capacity",
    "owned_paths, '[\"src/{a\"]', /owned_paths/0",
    "branch_pattern, '\"[a\"', /branch_pattern",
    "agent_name, '\"bob\"', /agent_name",
    "skill, '\"java\"', /skill",
  })
  void a_faulty_profile_is_refused_at_the_fault(String key, String value, String pointer) {
    var profile = "{\"agent_type\": \"coder\", \"%s\": %s}".formatted(key, value);

    var answer = client.send("PUT", "/v1/agents/ada", profile);

    assertEquals(422, answer.getStatusCode());
    assertEquals(pointer, json(answer).at("/errors/0/pointer").textValue());
    assertTrue(client.coordinated.agents.all().isEmpty());
  }

  private String create() {
    return json(client.send("POST", "/v1/tasks", TASK, "idempotency-key", "task-1"))
        .required("id")
        .textValue();
  }

  private JsonNode next(String agent) {
    return json(client.send("POST", "/v1/agents/" + agent + "/tasks/next", null));
  }

  private APIGatewayV2HTTPResponse send(String agent, String id, String verb, String body) {
    return client.send("POST", "/v1/agents/%s/tasks/%s/%s".formatted(agent, id, verb), body);
  }

  private APIGatewayV2HTTPResponse post(String token, String path) {
    return client.as(token, "POST", path, "{\"fence\": 1}");
  }

  private void put(String agent, String profile) {
    assertEquals(200, client.send("PUT", "/v1/agents/" + agent, profile).getStatusCode());
  }

  private String token(String agent, List<String> repositories) {
    var wish = new ManageTokens.Wish(agent, Role.AGENT, repositories, null);
    return client.tokens.create(wish, Principal.ROOT, NOW).text().text();
  }
}
