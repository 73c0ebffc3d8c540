package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.isolation.OpenBranch;
import dev.bellwether.usecase.ManageTokens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Agents that ask which files others touch, and say what they are about to touch.
class FileRoutesTest {
  private static final String ASKED =
      "{\"repository\": \"octo/hello\", \"files\": [\"a.txt\", \"b.txt\"]}";

  private final ApiClient client = new ApiClient();

  @Test
  void what_one_declares_others_find_when_they_ask_and_nobody_finds_their_own() {
    assertEquals("{\"held\":[]}", declared("ada", "feat/ada/x", "a.txt").getBody());

    assertEquals(
        "{\"held\":[{\"branch_name\":\"feat/ada/x\",\"agent_name\":\"ada\",\"files\":[\"a.txt\"]}]}",
        asked("bob").getBody());
    assertEquals("{\"held\":[]}", asked("ada").getBody());
  }

  @Test
  void declaring_tells_who_else_touches_them_adds_to_the_branch_and_again_changes_nothing() {
    declared("ada", "feat/ada/x", "a.txt");
    declared("ada", "feat/ada/x", "b.txt");
    declared("ada", "feat/ada/x", "b.txt");

    var told = declared("bob", "feat/bob/y", "b.txt");

    assertEquals("feat/ada/x", json(told).at("/held/0/branch_name").textValue());
    var branch = client.coordinated.branches.find("octo/hello", "feat/ada/x").orElseThrow();
    assertEquals(List.of("a.txt", "b.txt"), List.copyOf(branch.files()));
    assertEquals(2, branch.revision());
  }

  @Test
  void a_branch_that_another_pushed_to_is_not_declared_upon() {
    client.coordinated.branches.save(
        new OpenBranch("octo/hello", "feat/ada/x", "ada", "0123abc", Set.of("a.txt"), NOW, 0));

    assertEquals(409, declared("bob", "feat/ada/x", "c.txt").getStatusCode());
  }

  @Test
  void an_agent_speaks_for_itself_and_of_what_it_sees() {
    var wish = new ManageTokens.Wish("ada", Role.AGENT, List.of("octo/other"), null);
    var token = client.tokens.create(wish, Principal.ROOT, NOW).text().text();

    assertEquals(403, client.as(token, "POST", "/v1/agents/bob/files", ASKED).getStatusCode());
    assertEquals(403, client.as(token, "POST", "/v1/agents/ada/files", ASKED).getStatusCode());
    var own = ASKED.replace("octo/hello", "octo/other");
    assertEquals(200, client.as(token, "POST", "/v1/agents/ada/files", own).getStatusCode());
  }

  @Test
  void the_same_by_the_model_context_protocol() {
    declared("bob", "feat/bob/y", "a.txt");
    var wish = new ManageTokens.Wish("ada", Role.AGENT, List.of(), null);
    var token = client.tokens.create(wish, Principal.ROOT, NOW).text().text();

    var answer = client.as(token, "POST", "/mcp", call("ask_files", ASKED));
    var declared =
        client.as(
            token,
            "POST",
            "/mcp",
            call("declare_files", ASKED.replace("}", ", \"branch_name\": \"feat/ada/x\"}")));

    assertEquals("bob", json(answer).at("/result/structuredContent/held/0/agent_name").textValue());
    assertEquals(false, json(declared).at("/result/isError").booleanValue());
    assertEquals(1, json(asked("bob")).path("held").size());
  }

  private static String call(String tool, String arguments) {
    return """
    {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
     "params": {"name": "%s", "arguments": %s}}
    """
        .formatted(tool, arguments);
  }

  private APIGatewayV2HTTPResponse asked(String agent) {
    return client.send("POST", "/v1/agents/%s/files".formatted(agent), ASKED);
  }

  private APIGatewayV2HTTPResponse declared(String agent, String branch, String file) {
    var body =
        "{\"repository\": \"octo/hello\", \"branch_name\": \"%s\", \"files\": [\"%s\"]}"
            .formatted(branch, file);
    return client.send("POST", "/v1/agents/%s/files".formatted(agent), body);
  }
}
