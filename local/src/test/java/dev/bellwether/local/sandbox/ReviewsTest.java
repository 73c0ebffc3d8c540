package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest extends SandboxTest {
  private static final String PULL = "/repos/octo-org/hello-world/pulls/42";
  private static final String REVIEWED =
      """
      {"action": "submitted", "pull_request": {"number": 42},
       "review": {"id": 9, "state": "%s", "user": {"login": "bob"}}}
      """;
  private static final String PUSHED =
      """
      {"ref": "refs/heads/branch-42", "after": "ffffffffffffffffffffffffffffffffffffffff",
       "commits": [{"added": ["b.md"], "modified": ["a.md"]}, {"removed": ["a.md"]}]}
      """;

  @Test
  void reviews_are_those_that_webhooks_told_and_our_own() {
    hear(sandbox, REVIEWED.formatted("approved"));
    github.post(PULL + "/reviews", "{'event': 'REQUEST_CHANGES', 'body': 'No'}");
    hear(sandbox, REVIEWED.formatted("dismissed"));

    var reviews = github.get(PULL + "/reviews").json();

    assertEquals(2, reviews.size());
    assertEquals("CHANGES_REQUESTED", reviews.at("/0/state").asText());
    assertEquals("bob", reviews.at("/1/user/login").asText());
    assertEquals("DISMISSED", reviews.at("/1/state").asText());
  }

  @Test
  void a_push_moves_the_head_and_tells_the_files() {
    assertEquals("README.md", github.get(PULL + "/files").json().at("/0/filename").asText());

    hear(sandbox, PUSHED);

    var files = github.get(PULL + "/files").json();
    assertEquals("a.md", files.at("/0/filename").asText());
    assertEquals("b.md", files.at("/1/filename").asText());
    var pull = github.get(PULL).json();
    assertEquals("f".repeat(40), pull.at("/head/sha").asText());
    assertEquals(2, pull.path("changed_files").asInt());
    var commits = github.get(PULL + "/commits").json();
    assertEquals("f".repeat(40), commits.at("/0/sha").asText());
    assertTrue(commits.at("/0/commit/verification/verified").asBoolean());
  }

  @Test
  void a_branch_that_was_pushed_away_is_gone() {
    hear(sandbox, PUSHED.replace("f".repeat(40), "0".repeat(40)));

    assertEquals(404, github.get("/repos/octo-org/hello-world/branches/branch-42").status());
  }

  @Test
  void an_operation_that_it_does_not_know_is_refused_by_name() {
    var answer = github.post("/graphql", "{'query': 'query Viewer { viewer { login } }'}");

    assertEquals(400, answer.status());
    assertTrue(answer.text().contains("Viewer"), answer.text());
  }

  @Test
  void auto_merge_is_not_for_what_could_be_merged_at_once() {
    var id = github.get(PULL).json().path("node_id").asText();

    var answer =
        github.post(
            "/graphql",
            """
            {'query': 'mutation EnableAutoMerge { a }',
             'variables': {'input': {'pullRequestId': '%s', 'expectedHeadOid': 'x'}}}\
            """
                .formatted(id));

    assertEquals(
        "Pull request Pull request is in clean status",
        answer.json().at("/errors/0/message").asText());
  }

  @Test
  void what_was_told_is_known_after_a_restart(@TempDir Path folder) {
    try (var first = GitHubSandbox.start(Optional.of(folder), clock)) {
      new Http(first.url()).get(PULL);
      hear(first, REVIEWED.formatted("approved"));
      hear(first, PUSHED);
    }

    try (var second = GitHubSandbox.start(Optional.of(folder), clock)) {
      var again = new Http(second.url());
      assertEquals("APPROVED", again.get(PULL + "/reviews").json().at("/0/state").asText());
      assertEquals("f".repeat(40), again.get(PULL).json().at("/head/sha").asText());
    }
  }

  private static void hear(GitHubSandbox sandbox, String payload) {
    try {
      var json = (ObjectNode) new JsonMapper().readTree(payload);
      json.putObject("repository").put("full_name", "octo-org/hello-world");
      sandbox.learn(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
