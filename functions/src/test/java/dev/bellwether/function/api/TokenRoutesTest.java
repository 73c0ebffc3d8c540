package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRoutesTest {
  private final ApiClient client = new ApiClient();

  @Test
  void a_token_is_shown_once_and_kept_as_a_digest_only() {
    var made = made("{'name': 'ci', 'role': 'viewer', 'repositories': ['octo/*'], 'days': 90}");
    var text = made.required("token").textValue();

    assertEquals("2027-02-23T09:30:00.123456Z", made.required("expires_at").textValue());
    assertEquals("admin", made.required("created_by").textValue());
    assertEquals(200, client.as(text, "GET", "/v1/workflows", null).getStatusCode());
    assertFalse(client.get("/v1/tokens").getBody().contains(text));
    assertFalse(client.get("/v1/tokens/" + id(made)).getBody().contains(text));
    assertFalse(client.tokenStore.all().toString().contains(text.substring(20)));
    assertFalse(client.context.lines().toString().contains(text.substring(20)));
  }

  @Test
  void when_it_was_used_last_is_noted_every_ten_minutes() {
    var made = made("{'name': 'ci', 'role': 'viewer'}");
    use(made);
    client.clock.pass(Duration.ofMinutes(9));
    use(made);
    assertEquals("2026-11-25T09:30:00.123456Z", lastUse());

    client.clock.pass(Duration.ofMinutes(1));
    use(made);
    assertEquals("2026-11-25T09:40:00.123456Z", lastUse());
  }

  @Test
  void one_that_is_over_or_revoked_lets_nobody_in() {
    var short_ = made("{'name': 'ci', 'role': 'viewer', 'days': 1}");
    var revoked = made("{'name': 'ci', 'role': 'viewer'}");

    assertEquals(204, client.send("DELETE", "/v1/tokens/" + id(revoked), null).getStatusCode());
    assertEquals(401, use(revoked));
    assertEquals(200, use(short_));
    client.clock.pass(Duration.ofDays(1));
    assertEquals(401, use(short_));
    assertEquals(404, client.send("DELETE", "/v1/tokens/" + id(revoked), null).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', /name",
    "'{''name'': ''x'', ''role'': ''king''}', /role",
    "'{''name'': ''x'', ''role'': ''viewer'', ''repositories'': [''[x'']}', /repositories/0",
    "'{''name'': ''x'', ''role'': ''viewer'', ''repositories'': []}', /repositories",
    "'{''name'': ''x'', ''role'': ''viewer'', ''days'': 0}', /days",
    "'{''name'': ''x'', ''role'': ''viewer'', ''secret'': 1}', /secret",
  })
  void what_is_wrong_is_told_where(String body, String pointer) {
    var answer = client.send("POST", "/v1/tokens", body.replace('\'', '"'));

    assertEquals(422, answer.getStatusCode());
    assertEquals(pointer, json(answer).at("/errors/0/pointer").textValue());
  }

  @Test
  void an_agent_reports_as_itself_only() {
    var agent = made("{'name': 'claude', 'role': 'agent', 'repositories': ['octo/*']}");

    assertEquals(201, report(agent, "claude", "octo/hello"));
    assertEquals(403, report(agent, "gpt", "octo/hello"));
    assertEquals(403, report(agent, "claude", "other/secret"));
  }

  @Test
  void who_comes_with_a_token_speaks_for_nobody_else() {
    var operator = made("{'name': 'ada', 'role': 'operator'}").required("token").textValue();
    var silence =
        "{'conditions': [{'field': 'repository', 'operator': 'eq', 'value': 'a/b'}], 'by': '%s'}"
            .replace('\'', '"');

    var own = client.as(operator, "POST", "/v1/silences", silence.formatted("ada"));
    var other = client.as(operator, "POST", "/v1/silences", silence.formatted("grace"));

    assertEquals("ada", json(own).required("by").textValue());
    assertEquals(422, other.getStatusCode());
    assertEquals("/by", json(other).at("/errors/0/pointer").textValue());
  }

  private int report(JsonNode agent, String name, String repository) {
    var body =
        """
        {"agent_name": "%s", "agent_type": "claude", "activity_type": "code_push",
         "activity_data": {}, "repository": "%s", "branch_name": "feature/x",
         "status": "completed"}\
        """
            .formatted(name, repository);
    return client
        .as(agent.required("token").textValue(), "POST", "/v1/agents/activity", body)
        .getStatusCode();
  }

  private JsonNode made(String body) {
    var answer = client.send("POST", "/v1/tokens", body.replace('\'', '"'));
    assertEquals(201, answer.getStatusCode(), answer.getBody());
    return json(answer);
  }

  private int use(JsonNode made) {
    var token = made.required("token").textValue();
    return client.as(token, "GET", "/v1/workflows", null).getStatusCode();
  }

  private String lastUse() {
    return items(client.get("/v1/tokens")).get(0).required("last_used_at").textValue();
  }

  private static String id(JsonNode made) {
    return made.required("id").textValue();
  }
}
