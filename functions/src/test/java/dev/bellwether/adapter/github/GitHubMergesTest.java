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
import dev.bellwether.usecase.port.Merges;
import dev.bellwether.usecase.port.Merges.Merge;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The exact requests that merge, and what GitHub's refusals come to.
class GitHubMergesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");
  private static final Merge MERGE =
      new Merge("squash", "abc", Optional.of("Title"), Optional.empty());
  private static final String REPO = "/repos/octo/hello";
  private static final String PUT = "PUT " + REPO + "/pulls/42/merge";
  private static final String GET = "GET " + REPO + "/pulls/42";

  private final TestServer server = new TestServer();
  private final GitHubClient client =
      new GitHubClient(
          server::base, new Web(() -> NOW), () -> Map.of("token", "ghp_canary"), () -> NOW);

  GitHubMergesTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_merge_is_one_request_pinned_to_the_head_that_was_judged() {
    server.answer(PUT, 200, "{\"sha\":\"def\",\"merged\":true}");

    var answer = new GitHubMerges(client).merge(PR, MERGE);

    assertEquals(settled(new Outcome.Done(Map.of("sha", "def"))), answer);
    assertEquals(
        List.of(PUT + " {\"merge_method\":\"squash\",\"sha\":\"abc\",\"commit_title\":\"Title\"}"),
        server.lines());
    var asked = server.asked().getFirst();
    assertEquals("Bearer ghp_canary", asked.header("Authorization"));
    assertEquals("2022-11-28", asked.header("X-GitHub-Api-Version"));
    assertEquals("application/json", asked.header("Content-Type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          merged             | true  | closed | abc | unknown | Done[result={
          closed             | false | closed | abc | unknown | closed without being merged
          pushed to          | false | open   | xyz | blocked | has moved since it was judged
          a draft            | false | open   | abc | draft   | still a draft
          in conflict        | false | open   | abc | dirty   | conflicts with its base branch
          waiting for checks | false | open   | abc | blocked | Blocked[because=GitHub answered 405
          behind its base    | false | open   | abc | behind  | Blocked[
          not worked out yet | false | open   | abc | unknown | Blocked[
          """)
  void a_refused_merge_is_told_by_how_the_pull_request_stands(
      String what, boolean merged, String state, String head, String mergeable, String words) {
    server.answer(PUT, 405, "{\"message\":\"Required status check \\\"ci\\\" is expected.\"}");
    server.answer(
        GET,
        200,
        """
        {"merged": %s, "state": "%s", "mergeable_state": "%s", "merge_commit_sha": "def",
         "head": {"sha": "%s"}}\
        """
            .formatted(merged, state, mergeable, head));

    var answer = new GitHubMerges(client).merge(PR, MERGE);

    assertTrue(answer.toString().contains(words), what + ": " + answer);
  }

  @Test
  void a_head_that_moved_is_not_merged_ever() {
    server.answer(PUT, 409, "{\"message\":\"Head branch was modified.\"}");

    var answer = new GitHubMerges(client).merge(PR, MERGE);

    assertEquals(
        settled(
            Outcome.failedForGood(
                "head_moved", "The head of octo/hello pr#42 has moved since it was judged")),
        answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          MERGED | abc | CLEAN    | false | -     | already=true        | -
          CLOSED | abc | CLEAN    | false | -     | without being merged | -
          OPEN   | xyz | BLOCKED  | false | -     | has moved since      | -
          OPEN   | abc | BLOCKED  | false | queue | queued=true          | -
          OPEN   | abc | BLOCKED  | false | auto  | auto_merge=true      | -
          OPEN   | abc | CLEAN    | false | -     | sha=def              | "merge_method":"squash"
          OPEN   | abc | UNSTABLE | false | -     | sha=def              | "sha":"abc"
          OPEN   | abc | CLEAN    | true  | -     | queued=true          | EnqueuePullRequestInput
          OPEN   | abc | BLOCKED  | false | -     | auto_merge=true      | "mergeMethod":"SQUASH"
          OPEN   | abc | BEHIND   | true  | -     | auto_merge=true      | EnablePullRequestAutoMerge
          """)
  void github_is_told_to_merge_in_the_one_way_that_it_takes(
      String state,
      String head,
      String status,
      boolean hasQueue,
      @Nullable String already,
      String result,
      @Nullable String sent) {
    server.answer(
        "POST /graphql",
        200,
        """
        {"data": {"repository": {"pullRequest": {"id": "PR_1", "state": "%s", "headRefOid": "%s",
          "mergeStateStatus": "%s", "isMergeQueueEnabled": %s, "isInMergeQueue": %s,
          "mergeCommit": null, "autoMergeRequest": %s}}}}\
        """
            .formatted(
                state,
                head,
                status,
                hasQueue,
                "queue".equals(already),
                "auto".equals(already) ? "{\"enabledAt\": \"2026-11-25T09:00:00Z\"}" : "null"));
    server.answer("POST /graphql", 200, "{\"data\":{}}");
    server.answer(PUT, 200, "{\"sha\":\"def\"}");

    var outcome = new GitHubMerges(client).mergeWhenReady(PR, MERGE);

    assertTrue(outcome.toString().contains(result), outcome::toString);
    assertEquals(sent == null ? 1 : 2, server.lines().size());
    var last = server.lines().getLast();
    assertTrue(sent == null || last.contains(sent), last);
    assertTrue(!last.contains("mutation") || last.contains("\"expectedHeadOid\":\"abc\""), last);
    assertFalse(hasQueue && last.contains("mergeMethod"), last);
  }

  @Test
  void what_has_become_ready_in_between_is_merged() {
    server.answer(
        "POST /graphql",
        200,
        """
        {"data": {"repository": {"pullRequest":
          {"state": "OPEN", "headRefOid": "abc", "mergeStateStatus": "BLOCKED"}}}}\
        """);
    server.answer(
        "POST /graphql",
        200,
        "{\"errors\":[{\"type\":\"UNPROCESSABLE\",\"message\":\"Pull request is in clean"
            + " status\"}]}");
    server.answer(PUT, 200, "{\"sha\":\"def\"}");

    var outcome = new GitHubMerges(client).mergeWhenReady(PR, MERGE);

    assertEquals(new Outcome.Done(Map.of("sha", "def")), outcome);
  }

  @Test
  void an_error_of_graphql_is_an_error_although_its_status_is_200() {
    server.answer(
        "POST /graphql",
        200,
        "{\"errors\":[{\"type\":\"FORBIDDEN\",\"message\":\"Resource not accessible\"}]}");
    server.answer(
        "POST /graphql", 200, "{\"errors\":[{\"type\":\"RATE_LIMITED\",\"message\":\"Limit\"}]}");
    var merges = new GitHubMerges(client);

    assertEquals(
        Outcome.failedForGood(
            "graphql_forbidden", "GitHub answered to POST /graphql: Resource not accessible"),
        merges.mergeWhenReady(PR, MERGE));
    assertEquals(
        new Outcome.Failed(
            new Failure.Transient(
                "rate_limited", "GitHub answered to POST /graphql: Limit", Duration.ofMinutes(1)),
            Map.of()),
        merges.mergeWhenReady(PR, MERGE));
  }

  @Test
  void graphql_of_a_github_of_ones_own_is_beside_its_rest_api() {
    server.answer("POST /api/graphql", 200, "{\"data\":{\"repository\":{\"pullRequest\":{}}}}");
    var own =
        new GitHubClient(
            () -> server.base() + "/api/v3/",
            new Web(() -> NOW),
            () -> Map.of("token", "t"),
            () -> NOW);

    new GitHubMerges(own).mergeWhenReady(PR, MERGE);

    assertEquals("POST /api/graphql", server.asked().getFirst().line());
  }

  @Test
  void what_is_no_pull_request_is_not_merged() {
    var build = new Subject(SubjectKind.BUILD, "octo/hello", "7.1");

    var outcome = outcome(new GitHubMerges(client).merge(build, MERGE));

    assertEquals(outcome, new GitHubMerges(client).mergeWhenReady(build, MERGE));
    assertEquals("bad_subject", assertInstanceOf(Outcome.Failed.class, outcome).failure().code());
    assertEquals(List.of(), server.lines());
  }

  private static Merges.Answer settled(Outcome outcome) {
    return new Merges.Answer.Settled(outcome);
  }

  private static Outcome outcome(Merges.Answer answer) {
    return assertInstanceOf(Merges.Answer.Settled.class, answer).outcome();
  }
}
