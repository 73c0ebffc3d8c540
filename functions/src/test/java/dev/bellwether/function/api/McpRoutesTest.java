package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.testing.GivenAgents;
import dev.bellwether.usecase.ManageTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpRoutesTest {
  private final ApiClient client = new ApiClient();
  private final String ada =
      client
          .tokens
          .create(new ManageTokens.Wish("ada", Role.AGENT, List.of(), null), Principal.ROOT, NOW)
          .text()
          .text();

  @Test
  void a_client_is_greeted_in_its_version_or_in_ours() {
    var known = ask("initialize", "{\"protocolVersion\": \"2025-06-18\"}");
    var unknown = ask("initialize", "{\"protocolVersion\": \"1999-01-01\"}");

    assertEquals("2025-06-18", known.at("/result/protocolVersion").textValue());
    assertEquals("2025-06-18", unknown.at("/result/protocolVersion").textValue());
    assertTrue(known.at("/result/capabilities/tools").isObject());
    assertEquals(7, known.path("id").intValue());
  }

  @Test
  void every_tool_is_described() {
    var tools = ask("tools/list", "{}").at("/result/tools");

    assertEquals(McpTool.ALL.size(), tools.size());
    for (var tool : tools) {
      assertEquals("object", tool.at("/inputSchema/type").textValue());
      assertFalse(tool.path("description").asText().isEmpty());
    }
  }

  @Test
  void an_agent_takes_up_a_task_and_completes_it() {
    client.coordinated.tasks.save(GivenAgents.aTask("t-1"));

    var taken = call("next_task", "{\"wait_seconds\": 0}");
    var done = call("complete_task", "{\"task_id\": \"t-1\", \"fence\": 1, \"note\": \"green\"}");

    assertEquals("t-1", taken.at("/structuredContent/id").textValue());
    assertEquals("trusted", taken.at("/structuredContent/trust").textValue());
    assertFalse(done.path("isError").booleanValue());
    var task = client.coordinated.tasks.find("t-1").orElseThrow();
    assertEquals(State.DONE, task.state());
    assertEquals("ada", task.ifLeased().orElseThrow().holder());
    assertEquals("Nothing.", call("next_task", "{}").at("/content/0/text").textValue());
  }

  @ParameterizedTest
  @CsvSource({
    "complete_task, '{\"task_id\": \"t-9\", \"fence\": 1}'",
    "complete_task, '{\"task_id\": \"t-1\"}'",
    "complete_task, '{\"task_id\": \"t-1\", \"fence\": 9}'",
    "complete_task, '{}'",
    "next_task, '{\"wait_seconds\": 99}'",
    "report_progress, '{\"task_id\": \"t-1\", \"fence\": 1, \"state\": \"done\"}'",
  })
  void what_is_refused_is_a_result_that_says_so(String tool, String arguments) {
    client.coordinated.tasks.save(GivenAgents.aTask("t-1"));
    call("next_task", "{}");

    assertTrue(call(tool, arguments).path("isError").booleanValue());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"resources/list\"}', -32601",
    "'{\"id\": 1, \"method\": \"ping\"}', -32600",
    "'[]', -32600",
    "'{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}',"
        + " -32602",
  })
  void what_is_no_message_of_ours_is_an_error(String message, int code) {
    var answer = json(client.as(ada, "POST", "/mcp", message));

    assertEquals(code, answer.at("/error/code").intValue());
  }

  @Test
  void a_notification_is_taken_without_an_answer_and_nobody_else_is_let_in() {
    var told = "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}";

    assertEquals(202, client.as(ada, "POST", "/mcp", told).getStatusCode());
    assertEquals(405, client.as(ada, "GET", "/mcp", null).getStatusCode());
    assertEquals(401, client.as("bwt_nobody", "POST", "/mcp", told).getStatusCode());
  }

  @Test
  void a_heartbeat_and_messages_go_by_tools_too() {
    assertFalse(call("heartbeat", "{}").path("isError").booleanValue());
    assertEquals(NOW, client.coordinated.agents.find("ada").orElseThrow().seenAt());
    assertEquals(0, call("read_messages", "{}").at("/structuredContent/items").size());
  }

  private JsonNode call(String tool, String arguments) {
    return ask("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments))
        .path("result");
  }

  private JsonNode ask(String method, String parameters) {
    var message =
        "{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"%s\", \"params\": %s}"
            .formatted(method, parameters);
    return json(client.as(ada, "POST", "/mcp", message));
  }
}
