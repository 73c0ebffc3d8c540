package dev.bellwether.adapter.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.Deployments.Deployment;
import dev.bellwether.usecase.port.Merges;
import dev.bellwether.usecase.port.Merges.Merge;
import dev.bellwether.usecase.port.WorkflowRuns.Dispatch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The exact requests about code and builds, and what GitHub's answers come to.
class GitHubCodeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");
  private static final Merge MERGE =
      new Merge("squash", "abc", Optional.of("Title"), Optional.empty());
  private static final String REPO = "/repos/octo/hello";
  private static final String REFS = "POST " + REPO + "/git/refs";
  private static final String DISPATCH = "POST " + REPO + "/actions/workflows/test.yml/dispatches";
  private static final String RUN = "GET " + REPO + "/actions/runs/7001";
  private static final String SHA = "a".repeat(40);

  private final TestServer server = new TestServer();
  private final GitHubClient client =
      new GitHubClient(
          server::base, new Web(() -> NOW), () -> Map.of("token", "ghp_canary"), () -> NOW);

  GitHubCodeTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_branch_begins_at_a_commit_by_one_request_and_at_a_branch_by_two() {
    server.answer(REFS, 201, "{}");
    server.answer(
        "GET " + REPO + "/git/ref/heads/release/1%20a",
        200,
        "{\"object\":{\"sha\":\"%s\"}}".formatted(SHA));
    var branches = new GitHubBranches(client);

    assertEquals(
        new Outcome.Done(Map.of("branch", "b", "sha", SHA)),
        branches.create("octo/hello", "b", SHA));
    assertEquals(
        new Outcome.Done(Map.of("branch", "c", "sha", SHA)),
        branches.create("octo/hello", "c", "release/1 a"));

    assertEquals(
        List.of(
            REFS + " {\"ref\":\"refs/heads/b\",\"sha\":\"%s\"}".formatted(SHA),
            "GET " + REPO + "/git/ref/heads/release/1%20a",
            REFS + " {\"ref\":\"refs/heads/c\",\"sha\":\"%s\"}".formatted(SHA)),
        server.lines());
  }

  @Test
  void a_name_that_git_does_not_take_is_not_taken_for_a_branch_that_exists() {
    server.answer(REFS, 422, "{\"message\":\"Reference name is not valid\"}");

    var outcome = new GitHubBranches(client).create("octo/hello", "a..b", SHA);

    var failure = assertInstanceOf(Outcome.Failed.class, outcome).failure();
    assertEquals("http_422", failure.code());
    assertTrue(failure.reason().contains("not valid"), failure.reason());
  }

  @Test
  void a_branch_that_somebody_else_removed_meanwhile_is_gone() {
    server.answer("GET " + REPO + "/branches/b", 200, "{\"protected\":false}");
    server.answer("GET " + REPO, 200, "{\"default_branch\":\"main\"}");
    server.answer(
        "DELETE " + REPO + "/git/refs/heads/b", 422, "{\"message\":\"Reference does not exist\"}");

    assertEquals(
        new Outcome.Done(Map.of("branch", "b", "already", true)),
        new GitHubBranches(client).delete("octo/hello", "b"));
  }

  @Test
  void a_workflow_is_started_by_one_request_that_tells_its_run() {
    server.answer(DISPATCH, 200, "{\"workflow_run_id\":9,\"html_url\":\"https://example.com/9\"}");

    var outcome =
        new GitHubWorkflowRuns(client)
            .dispatch("octo/hello", new Dispatch("test.yml", "topic", Map.of("a", "b")));

    assertEquals(
        new Outcome.Done(
            Map.of(
                "workflow", "test.yml",
                "ref", "topic",
                "run_id", 9L,
                "url", "https://example.com/9")),
        outcome);
    assertEquals(
        List.of(
            DISPATCH + " {\"ref\":\"topic\",\"inputs\":{\"a\":\"b\"},\"return_run_details\":true}"),
        server.lines());
  }

  @Test
  void a_github_that_does_not_tell_the_run_starts_the_workflow_all_the_same() {
    server.answer(DISPATCH, 422, "{\"message\":\"return_run_details is not a permitted key\"}");
    server.answer(DISPATCH, 204, Map.of(), "");

    var outcome =
        new GitHubWorkflowRuns(client)
            .dispatch("octo/hello", new Dispatch("test.yml", "topic", Map.of()));

    assertEquals(new Outcome.Done(Map.of("workflow", "test.yml", "ref", "topic")), outcome);
    assertEquals(DISPATCH + " {\"ref\":\"topic\"}", server.lines().getLast());
  }

  @Test
  void a_repeat_takes_the_run_that_we_started_since_for_its_own() {
    var runs =
        "GET "
            + REPO
            + "/actions/workflows/test.yml/runs?event=workflow_dispatch&branch=feature%2Fx"
            + "&actor=me&created=%3E%3D2026-11-25T08:59:55Z&per_page=1";
    server.answer("GET /user", 200, "{\"login\":\"me\"}");
    server.answer(
        runs.replace("08:59:55", "08%3A59%3A55"),
        200,
        "{\"workflow_runs\":[{\"id\":9,\"html_url\":\"https://example.com/9\"}]}");

    var outcome =
        new GitHubWorkflowRuns(client)
            .dispatchOnce(
                "octo/hello",
                new Dispatch("test.yml", "feature/x", Map.of()),
                NOW.minusSeconds(5).plusNanos(7));

    assertEquals(9L, assertInstanceOf(Outcome.Done.class, outcome).result().get("run_id"));
    assertEquals(2, server.lines().size());
  }

  @Test
  void a_token_that_does_not_say_whose_it_is_takes_anybodys_run() {
    server.answer("GET /user", 403, "{\"message\":\"Resource not accessible by integration\"}");
    var runs =
        "GET "
            + REPO
            + "/actions/workflows/a.yml/runs?event=workflow_dispatch&branch=main"
            + "&created=%3E%3D2026-11-25T09%3A00%3A00Z&per_page=1";
    server.answer(runs, 200, "{\"workflow_runs\":[{\"id\":9}]}");

    var outcome =
        new GitHubWorkflowRuns(client)
            .dispatchOnce("octo/hello", new Dispatch("a.yml", "main", Map.of()), NOW);

    assertEquals(9L, assertInstanceOf(Outcome.Done.class, outcome).result().get("run_id"));
  }

  @Test
  void failed_jobs_run_again_once_the_attempt_is_over_and_only_after_that_attempt() {
    server.answer(RUN, 200, "{\"run_attempt\":1,\"status\":\"in_progress\"}");
    server.answer(RUN, 200, "{\"run_attempt\":1,\"status\":\"completed\"}");
    server.answer(RUN, 200, "{\"run_attempt\":2,\"status\":\"queued\"}");
    server.answer("POST " + REPO + "/actions/runs/7001/rerun-failed-jobs", 201, "{}");
    var runs = new GitHubWorkflowRuns(client);

    assertEquals(
        new Outcome.Pending(
            Duration.ofSeconds(30), "Attempt 1 of run 7001 still goes on", Map.of()),
        runs.rerunFailedJobs("octo/hello", 7001, 1));
    assertEquals(
        new Outcome.Done(Map.of("run_id", 7001L, "attempt", 2L)),
        runs.rerunFailedJobs("octo/hello", 7001, 1));
    assertEquals(
        new Outcome.Done(Map.of("run_id", 7001L, "attempt", 2L, "already", true)),
        runs.rerunFailedJobs("octo/hello", 7001, 1));
    assertEquals(1, server.lines().stream().filter(line -> line.startsWith("POST")).count());
  }

  /// Anything that acts, as a function of the client.
  record Deed(String name, Function<GitHubClient, Outcome> act) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Deed> DEEDS =
      List.of(
          new Deed("merge", c -> outcome(new GitHubMerges(c).merge(PR, MERGE))),
          new Deed("auto-merge", c -> new GitHubMerges(c).mergeWhenReady(PR, MERGE)),
          new Deed("create branch", c -> new GitHubBranches(c).create("octo/hello", "b", "main")),
          new Deed("delete branch", c -> new GitHubBranches(c).delete("octo/hello", "b")),
          new Deed(
              "dispatch",
              c ->
                  new GitHubWorkflowRuns(c)
                      .dispatch("octo/hello", new Dispatch("a.yml", "main", Map.of()))),
          new Deed("rerun", c -> new GitHubWorkflowRuns(c).rerunFailedJobs("octo/hello", 1, 1)),
          new Deed(
              "deploy",
              c ->
                  new GitHubDeployments(c)
                      .create("octo/hello", "k", new Deployment("main", "qa", "d"))));

  @ParameterizedTest
  @FieldSource("DEEDS")
  void what_may_pass_is_told_from_what_will_not_and_no_secret_is_told(Deed deed)
      throws IOException {
    for (var status : List.of(401, 403, 410, 429, 500, 503)) {
      try (var refusing = new RefusingServer(status, "no: token ghp_canary")) {
        var failure =
            assertInstanceOf(Outcome.Failed.class, deed.act().apply(refusing.client())).failure();

        assertEquals(status == 429 ? "rate_limited" : "http_" + status, failure.code());
        assertEquals(status >= 429, failure instanceof Failure.Transient, failure::toString);
        assertFalse(failure.toString().contains("canary"), failure::toString);
        assertEquals(1, refusing.requests());
      }
    }
  }

  @Test
  void a_request_of_ours_shows_no_token() throws IOException {
    var request =
        new JsonRequest("GET", URI.create("https://example.com/x").toURL(), "ghp_canary", "{}");

    assertEquals("GET /x", request.toString());
  }

  private static Outcome outcome(Merges.Answer answer) {
    return assertInstanceOf(Merges.Answer.Settled.class, answer).outcome();
  }
}
