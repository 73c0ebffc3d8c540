package dev.bellwether.adapter.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How the code owners are found.
class GitHubReviewRequestsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final String REPO = "GET /repos/octo/hello";
  private static final Subject PR = Subject.parse("octo/hello", "pr#42");

  private final TestServer server = new TestServer();
  private final GitHubReviewRequests requests =
      new GitHubReviewRequests(
          new GitHubClient(
              server::base, new Web(() -> NOW), () -> Map.of("token", "ghp_x"), () -> NOW));

  GitHubReviewRequestsTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void the_first_file_there_is_on_the_base_branch_tells_the_owners() {
    server.answer(REPO + "/pulls/42", 200, "{\"base\": {\"ref\": \"release/1\"}}");
    server.answer(REPO + "/contents/.github/CODEOWNERS?ref=release/1", 404, "{}");
    server.answer(
        REPO + "/contents/CODEOWNERS?ref=release/1", 200, content("*.go @ada @octo/core"));
    server.answer(
        REPO + "/pulls/42/files?per_page=100&page=1", 200, "[{\"filename\": \"cmd/main.go\"}]");

    var outcome =
        requests.withOwners(
            PR, owners -> new Outcome.Done(Map.of("u", owners.users(), "t", owners.teams())));

    var found = assertInstanceOf(Outcome.Done.class, outcome, outcome::toString).result();
    assertEquals(Map.of("u", Set.of("ada"), "t", Set.of("core")), found);
    assertEquals(4, server.lines().size());
  }

  @Test
  void what_github_refuses_is_the_outcome() {
    server.answer(REPO + "/pulls/42", 403, "{\"message\": \"Resource not accessible\"}");

    var outcome = requests.withOwners(PR, owners -> Outcome.done());

    assertEquals("http_403", assertInstanceOf(Outcome.Failed.class, outcome).failure().code());
    assertEquals(List.of(REPO + "/pulls/42"), server.lines());
  }

  private static String content(String text) {
    var encoded = Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "{\"content\": \"%s\"}".formatted(encoded.replace("\r\n", "\\n"));
  }
}
