package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.isolation.PushActivity;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchAgentsTest {
  private final AgentWorld world = new AgentWorld();

  @BeforeEach
  void two_agents() {
    knows("ada", "src/**");
    knows("bob");
    world.workflows.save(
        Workflow.of(
                new WorkflowId("conflicts"),
                "Conflicts",
                List.of(Trigger.of(NamedTrigger.AGENT_CONFLICT.type())),
                new Condition.All(List.of()),
                Given.aWorkflow("conflicts").plan())
            .withState(WorkflowState.ACTIVE));
  }

  @Test
  void a_push_is_a_sign_of_life_and_a_report() {
    on(push("feat/ada/cache", "ada-bot", "abc1234", "src/a.java"));

    assertEquals(NOW, world.agents.find("ada").orElseThrow().activeAt());
    var report = world.activities.newestOf("ada", 9).getFirst();
    assertEquals("push", report.activityType());
    assertEquals("pushed", report.status());
    assertEquals("feat/ada/cache", report.branchName());
  }

  @Test
  void pushes_beyond_what_is_its_own_count_against_an_agent_once_each() {
    on(push("feat/ada/cache", "ada-bot", "abc1234", "src/a.java"));
    for (int i = 0; i < 2; i++) {
      on(push("feat/bob/fix", "ada-bot", "abc1235", "src/a.java"));
    }

    var compliance = PushActivity.compliance(world.activities.newestOf("ada", 9));

    assertEquals(2, compliance.pushes());
    assertEquals(0.5, compliance.share());
    assertEquals("trespassed", world.activities.newestOf("ada", 9).getFirst().status());
  }

  @Test
  void a_conflict_starts_what_listens_to_it_once() {
    on(push("feat/ada/cache", "ada-bot", "abc1234", "src/a.java"));
    for (int i = 0; i < 2; i++) {
      on(push("feat/bob/fix", "bob-bot", "abc1235", "src/a.java", "src/b.java"));
    }
    on(push("feat/ada/cache", "ada-bot", "abc1236", "src/b.java"));

    assertEquals(1, world.executions.newest(NOW, 9).size());
    Execution execution = world.executions.newest(NOW, 9).getFirst();
    assertEquals("bob", execution.facts().text("agent_name").orElseThrow());
    assertEquals("ada", execution.facts().text("other_agent").orElseThrow());
  }

  @Test
  void a_branch_that_is_deleted_or_merged_conflicts_with_nothing() {
    on(push("feat/ada/cache", "ada-bot", "abc1234", "src/a.java"));
    on(push("feat/bob/fix", "bob-bot", "abc1235", "src/a.java"));
    assertEquals(1, world.conflicts.of("octo/hello").size());

    on(event("delete", Map.of("ref", "feat/bob/fix", "ref_type", "branch")));
    assertEquals(List.of(), world.conflicts.of("octo/hello"));

    on(push("feat/bob/fix", "bob-bot", "abc1235", "src/a.java"));
    assertEquals(1, world.conflicts.of("octo/hello").size());
    on(merged("feat/ada/cache"));
    assertEquals(List.of(), world.conflicts.of("octo/hello"));
    assertTrue(world.branches.find("octo/hello", "feat/ada/cache").isEmpty());
  }

  @Test
  void whatever_an_agent_does_on_github_is_a_sign_of_life() {
    on(event("issue_comment", Map.of("action", "created", "sender", Map.of("login", "Ada-Bot"))));

    assertEquals(NOW, world.agents.find("ada").orElseThrow().activeAt());
    assertEquals(Agent.NEVER, world.agents.find("bob").orElseThrow().seenAt());
  }

  private void knows(String name, String... owned) {
    var profile =
        new AgentProfile(name, "coder", List.of(), 1, List.of(owned), null, List.of(name + "-bot"));
    world.agents.save(Agent.of(profile, NOW.minusSeconds(60)));
  }

  private void on(Event event) {
    world.watchAgents.on(event, NOW);
  }

  private static Event push(String branch, String login, String head, String... files) {
    var commit =
        Map.of("id", head, "message", "Work", "distinct", true, "modified", List.of(files));
    return event(
        "push",
        Map.of(
            "ref",
            "refs/heads/" + branch,
            "after",
            head,
            "deleted",
            false,
            "commits",
            List.of(commit),
            "sender",
            Map.of("login", login)));
  }

  private static Event merged(String branch) {
    var repository = Map.of("full_name", "octo/hello");
    var pull =
        Map.of(
            "number",
            7,
            "merged",
            true,
            "state",
            "closed",
            "head",
            Map.of("ref", branch, "sha", "abc1234", "repo", repository),
            "base",
            Map.of("ref", "main", "repo", repository));
    return event("pull_request", Map.of("action", "closed", "number", 7, "pull_request", pull));
  }

  private static Event event(String name, Map<String, Object> more) {
    var payload = new HashMap<>(more);
    payload.put("repository", Map.of("full_name", "octo/hello", "default_branch", "main"));
    var body = Json.write(payload).getBytes(StandardCharsets.UTF_8);
    return ((Reading.Known) new GitHubEvents().read(name, body, NOW)).event();
  }
}
