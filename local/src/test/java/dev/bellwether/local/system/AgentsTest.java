package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two agents in the whole system: from a push or a task to what the other hears of it.
class AgentsTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:00Z");

  private final SettableTime time = new SettableTime(NINE);
  private WholeSystem whole;

  @BeforeEach
  void start() throws Exception {
    whole = WholeSystem.start(time);
    for (var name : List.of("ada", "bob")) {
      var profile = "{\"agent_type\": \"coder\", \"logins\": [\"%s-bot\"]}".formatted(name);
      api("PUT", "/v1/agents/" + name, profile);
    }
  }

  @AfterEach
  void stop() {
    whole.close();
  }

  @Test
  void an_agent_hears_that_another_touches_the_same_file_and_both_hear_no_more_after_the_merge()
      throws Exception {
    save(
        "agent_conflict",
        "notify_agent",
        "{\"message\": \"{{other_agent}} is at {{files}}, too\"}");

    push("feat/ada/cache", "ada-bot", "d-1");
    push("feat/bob/fix", "bob-bot", "d-2");
    push("feat/bob/fix", "bob-bot", "d-2");
    whole.executionsAtRest();

    var messages = api("GET", "/v1/agents/bob/messages", "").path("items");
    assertEquals(1, messages.size(), messages.toString());
    assertEquals("ada is at src/a.java, too", messages.at("/0/activity_data/text").asText());
    var path = "/v1/conflicts?repository=octo-org/hello-world";
    assertEquals(1, api("GET", path, "").path("items").size());
    whole.http().webhook("delete", "d-3", deleted("feat/bob/fix"));
    assertEquals(0, api("GET", path, "").path("items").size());
    assertEquals(1.0, api("GET", "/v1/agents/bob/isolation", "").path("share").asDouble());
    assertEquals("working", api("GET", "/v1/agents/bob", "").path("state").asText());
  }

  @Test
  void a_task_of_who_has_stalled_goes_to_the_other_and_the_first_is_refused() throws Exception {
    save("manual", "assign_task", "{\"title\": \"Fix it\"}");
    api("POST", "/v1/agents/ada/heartbeat", "{}");
    api(
        "POST",
        "/v1/workflows/on-manual/run",
        "{\"subject\": \"pr#42\", \"repository\": \"octo-org/hello-world\"}");
    whole.executionsAtRest();
    var task = api("POST", "/v1/agents/ada/tasks/next", "");
    assertEquals("Fix it", task.path("title").asText());
    assertEquals("untrusted", task.path("trust").asText());

    time.pass(Duration.ofMinutes(31));
    api("POST", "/v1/agents/bob/heartbeat", "{}");
    whole.system().fire("AgentSweepFunctionSweep");
    whole.await("the task to be bob's", () -> holder(task).equals("bob"));

    var own = "/v1/agents/%s/tasks/" + task.path("id").asText() + "/complete";
    var error = refusal(own.replace("%s", "ada"), "{\"fence\": 1}");
    assertTrue(error.contains("409"), error);
    api("POST", own.replace("%s", "bob"), "{\"fence\": 2}");
    var done = api("GET", "/v1/tasks/" + task.path("id").asText(), "");
    assertEquals("done", done.path("state").asText());
  }

  private String holder(JsonNode task) {
    try {
      return api("GET", "/v1/tasks/" + task.path("id").asText(), "").at("/lease/holder").asText();
    } catch (Exception broken) {
      throw new IllegalStateException("The task cannot be read", broken);
    }
  }

  private String refusal(String path, String body) throws Exception {
    try {
      api("POST", path, body);
      return "not refused";
    } catch (AssertionError refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private void save(String trigger, String action, String parameters) throws Exception {
    api(
        "POST",
        "/v1/workflows",
        """
        {"name": "On %s", "trigger": "%s", "actions": [{"type": "%s", "parameters": %s}]}
        """
            .formatted(trigger, trigger, action, parameters));
  }

  private JsonNode api(String method, String path, String body) throws Exception {
    return whole.http().api(method, path, body);
  }

  private void push(String branch, String login, String delivery) throws Exception {
    var body =
        """
        {"ref": "refs/heads/%s", "after": "%s", "deleted": false,
         "commits": [{"id": "a", "message": "Work", "distinct": true, "modified": ["src/a.java"]}],
         "repository": {"full_name": "octo-org/hello-world", "default_branch": "main",
           "pushed_at": %d},
         "sender": {"login": "%s"}}
        """
            .formatted(branch, Payloads.HEAD, time.instant().getEpochSecond(), login);
    whole.http().webhook("push", delivery, body);
  }

  private static String deleted(String branch) {
    return """
    {"ref": "%s", "ref_type": "branch", "sender": {"login": "bob-bot"},
     "repository": {"full_name": "octo-org/hello-world", "default_branch": "main"}}
    """
        .formatted(branch);
  }
}
