package dev.bellwether.adapter.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.CommitStatuses.CommitStatus;
import dev.bellwether.usecase.port.Issues.Draft;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The exact requests that go to GitHub: method, path, body, and how many.
class GitHubWritesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");
  private static final String ISSUE = "/repos/octo/hello/issues/42";
  private static final String REVIEWERS = "POST /repos/octo/hello/pulls/42/requested_reviewers";
  private static final String MARKER = "<!-- bellwether:e-1/step-1 -->";
  private static final String COMMENTS = "GET " + ISSUE + "/comments?per_page=100";
  private static final String ISSUES =
      "GET /repos/octo/hello/issues?state=all&sort=created&direction=desc&per_page=100";

  private final TestServer server = new TestServer();
  private final GitHubClient client =
      new GitHubClient(
          () -> server.base() + "/",
          new Web(() -> NOW),
          () -> Map.of("token", "ghp_canary"),
          () -> NOW);

  GitHubWritesTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_review_is_requested_by_one_request() {
    server.answer(REVIEWERS, 201, "{}");

    var outcome = new GitHubReviewRequests(client).request(PR, List.of("bob", "eve"), List.of());

    assertEquals(Outcome.done(), outcome);
    assertEquals(List.of(REVIEWERS + " {\"reviewers\":[\"bob\",\"eve\"]}"), server.lines());
    var asked = server.asked().getFirst();
    assertEquals("token ghp_canary", asked.header("Authorization"));
    assertEquals("2022-11-28", asked.header("X-GitHub-Api-Version"));
    assertEquals("application/json", asked.header("Content-Type"));
  }

  @Test
  void teams_are_requested_by_slug() {
    server.answer(REVIEWERS, 201, "{}");

    new GitHubReviewRequests(client).request(PR, List.of(), List.of("core"));

    assertEquals(List.of(REVIEWERS + " {\"team_reviewers\":[\"core\"]}"), server.lines());
  }

  @Test
  void labels_are_added_by_one_request() {
    server.answer("POST " + ISSUE + "/labels", 200, "[]");

    var outcome = new GitHubLabels(client).add(PR, List.of("status: ready", "big"));

    assertEquals(Outcome.done(), outcome);
    assertEquals(
        List.of("POST " + ISSUE + "/labels {\"labels\":[\"status: ready\",\"big\"]}"),
        server.lines());
  }

  @Test
  void a_label_is_removed_by_one_request_and_one_that_is_not_there_is_fine() {
    server.answer("DELETE " + ISSUE + "/labels/status%3A%20draft%2Fold", 200, "[]");
    var labels = new GitHubLabels(client);

    assertEquals(Outcome.done(), labels.remove(PR, "status: draft/old"));
    assertEquals(Outcome.done(), labels.remove(PR, "gone"));

    assertEquals(
        List.of(
            "DELETE " + ISSUE + "/labels/status%3A%20draft%2Fold",
            "DELETE " + ISSUE + "/labels/gone"),
        server.lines());
  }

  @Test
  void a_commit_status_is_set_by_one_request_and_its_description_is_cut() {
    server.answer("POST /repos/octo/hello/statuses/abc", 201, "{}");

    var outcome =
        new GitHubCommitStatuses(client)
            .set("octo/hello", "abc", new CommitStatus("success", "ci", "d".repeat(200)));

    assertEquals(Outcome.done(), outcome);
    assertEquals(1, server.lines().size());
    var body = server.asked().getFirst().body();
    assertTrue(body.contains("\"state\":\"success\""), body);
    assertTrue(body.contains("\"context\":\"ci\""), body);
    assertTrue(body.contains("\"description\":\"" + "d".repeat(139) + "…\""), body);
  }

  @Test
  void a_comment_carries_its_marker() {
    server.answer("POST " + ISSUE + "/comments", 201, comment(7, "me", "NONE", ""));

    var outcome = new GitHubComments(client).post(PR, "e-1/step-1", "Hello");

    assertEquals(
        new Outcome.Done(Map.of("comment_id", 7L, "url", "https://example.com/7")), outcome);
    assertEquals(
        List.of("POST " + ISSUE + "/comments {\"body\":\"Hello\\n\\n" + MARKER + "\"}"),
        server.lines());
  }

  @Test
  void a_comment_that_is_there_is_found_on_a_later_page_and_not_written_again() {
    var next = server.base() + ISSUE + "/comments?per_page=100&page=2";
    server.answer(
        COMMENTS,
        200,
        Map.of("Content-Type", "application/json", "Link", "<" + next + ">; rel=\"next\""),
        "[" + comment(1, "bob", "OWNER", "Hi") + "]");
    server.answer(
        COMMENTS + "&page=2", 200, "[" + comment(2, "us", "MEMBER", "Hello\n" + MARKER) + "]");

    var outcome = new GitHubComments(client).postOnce(PR, "e-1/step-1", "Hello");

    assertEquals(
        new Outcome.Done(Map.of("comment_id", 2L, "url", "https://example.com/2")), outcome);
    assertEquals(List.of(COMMENTS, COMMENTS + "&page=2"), server.lines());
  }

  @Test
  void a_marker_that_a_stranger_copied_is_not_taken_for_ours() {
    server.answer(COMMENTS, 200, "[" + comment(1, "eve", "CONTRIBUTOR", MARKER) + "]");
    server.answer("POST " + ISSUE + "/comments", 201, comment(7, "us", "MEMBER", ""));

    var outcome = new GitHubComments(client).upsert(PR, "e-1/step-1", "Hello");

    assertEquals(
        new Outcome.Done(Map.of("comment_id", 7L, "url", "https://example.com/7")), outcome);
  }

  @Test
  void upsert_edits_the_comment_and_leaves_one_that_says_the_same() {
    var body = "Hello\n\n" + MARKER;
    server.answer(COMMENTS, 200, "[" + comment(2, "a[bot]", "NONE", "Old\n\n" + MARKER) + "]");
    server.answer(COMMENTS, 200, "[" + comment(2, "a[bot]", "NONE", body) + "]");
    var edit = "PATCH /repos/octo/hello/issues/comments/2";
    server.answer(edit, 200, comment(2, "a[bot]", "NONE", body));
    var comments = new GitHubComments(client);

    comments.upsert(PR, "e-1/step-1", "Hello");
    comments.upsert(PR, "e-1/step-1", "Hello");

    assertEquals(
        List.of(COMMENTS, edit + " {\"body\":\"Hello\\n\\n" + MARKER + "\"}", COMMENTS),
        server.lines());
  }

  @Test
  void an_issue_is_opened_by_one_request() {
    server.answer("POST /repos/octo/hello/issues", 201, issue(5, ""));

    var outcome =
        new GitHubIssues(client)
            .create(
                "octo/hello",
                "e-1/step-1",
                new Draft("Slow", "Look", List.of("sla"), List.of("bob")));

    assertEquals(new Outcome.Done(Map.of("number", 5, "url", "https://example.com/i/5")), outcome);
    assertEquals(1, server.lines().size());
    var body = server.asked().getFirst().body();
    assertTrue(body.contains("\"title\":\"Slow\""), body);
    assertTrue(body.contains("\"body\":\"Look\\n\\n" + MARKER + "\""), body);
    assertTrue(body.contains("\"labels\":[\"sla\"]"), body);
    assertTrue(body.contains("\"assignees\":[\"bob\"]"), body);
  }

  @Test
  void an_issue_that_is_there_is_found_among_the_newest_and_not_opened_again() {
    server.answer(ISSUES, 200, "[" + issue(9, "other") + "," + issue(8, MARKER) + "]");
    server.answer("GET /user", 200, "{\"login\":\"us\"}");

    var outcome =
        new GitHubIssues(client)
            .createOnce("octo/hello", "e-1/step-1", new Draft("Slow", "", List.of(), List.of()));

    assertEquals(new Outcome.Done(Map.of("number", 8, "url", "https://example.com/i/8")), outcome);
    assertEquals(List.of(ISSUES, "GET /user"), server.lines());
  }

  @Test
  void an_issue_with_a_marker_that_a_stranger_wrote_is_not_taken_for_ours() {
    server.answer(ISSUES, 200, "[" + issue(9, MARKER).replace("\"us\"", "\"eve\"") + "]");
    server.answer("GET /user", 200, "{\"login\":\"us\"}");
    server.answer("POST /repos/octo/hello/issues", 201, issue(10, ""));

    var outcome =
        new GitHubIssues(client)
            .createOnce("octo/hello", "e-1/step-1", new Draft("Slow", "", List.of(), List.of()));

    assertEquals(
        new Outcome.Done(Map.of("number", 10, "url", "https://example.com/i/10")), outcome);
  }

  @Test
  void no_character_is_cut_in_half() {
    server.answer("POST /repos/octo/hello/statuses/abc", 201, "{}");
    var smile = "\uD83D\uDE42";

    new GitHubCommitStatuses(client)
        .set(
            "octo/hello", "abc", new CommitStatus("success", "ci", "d".repeat(138) + smile + "dd"));

    var body = server.asked().getFirst().body();
    assertTrue(body.contains("\"description\":\"" + "d".repeat(138) + "…\""), body);
    var below = Marker.below("d".repeat(64_998) + smile + "dd", "k");
    assertTrue(below.startsWith("d".repeat(64_998) + "…\n"), "the marker's text");
  }

  @Test
  void a_notice_is_a_comment_that_pings_nobody_and_is_written_once() {
    server.answer(COMMENTS, 200, "[]");
    server.answer("POST " + ISSUE + "/comments", 201, comment(7, "me", "NONE", ""));

    new GitHubCommentNotifier(new GitHubComments(client))
        .deliver(new Notice("n-1", PR, 1, "Late @all", "<b>"));

    assertEquals(
        List.of(
            COMMENTS,
            "POST "
                + ISSUE
                + "/comments {\"body\":\"**Late @\u200Ball**\\n\\n\\\\<b\\\\>\\n\\n"
                + "<!-- bellwether:n-1 -->\"}"),
        server.lines());
  }

  @Test
  void a_lost_post_is_not_sent_again_by_anybody_but_its_action() throws IOException {
    try (var broken = new ServerSocket(0)) {
      var lost =
          new GitHubClient(
              () -> "http://127.0.0.1:" + broken.getLocalPort(),
              new Web(() -> NOW),
              () -> Map.of("token", "t"),
              () -> NOW);
      var accepted = new AtomicInteger();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  while (true) {
                    var connection = broken.accept();
                    accepted.incrementAndGet();
                    connection.close();
                  }
                } catch (IOException closed) {
                  // the test is over
                }
              });

      var outcome = new GitHubLabels(lost).add(PR, List.of("a"));

      var failed = assertInstanceOf(Outcome.Failed.class, outcome);
      assertInstanceOf(Failure.Transient.class, failed.failure());
      assertEquals(1, accepted.get());
    }
  }

  @Test
  void a_limit_says_how_long_to_wait() {
    server.answer(
        "POST " + ISSUE + "/labels", 403, Map.of("Retry-After", "60"), "{\"message\":\"limit\"}");

    var outcome = new GitHubLabels(client).add(PR, List.of("a"));

    assertEquals(
        new Outcome.Failed(
            new Failure.Transient(
                "rate_limited",
                "GitHub answered 403 to POST " + ISSUE + "/labels: limit",
                Duration.ofSeconds(60)),
            Map.of()),
        outcome);
    assertEquals(1, server.lines().size());
  }

  @Test
  void a_refusal_says_what_is_wrong_and_repeats_no_secret() {
    server.answer(
        REVIEWERS,
        422,
        "{\"message\":\"Validation Failed\",\"errors\":[\"not a collaborator\","
            + "{\"field\":\"reviewers\",\"code\":\"invalid\"}],"
            + "\"secret\":\"canary\",\"you_sent\":\"token ghp_canary\"}");

    var outcome = new GitHubReviewRequests(client).request(PR, List.of("bob"), List.of());

    var reason = assertInstanceOf(Outcome.Failed.class, outcome).failure().reason();
    assertEquals(
        "GitHub answered 422 to "
            + REVIEWERS
            + ": Validation Failed; not a collaborator; reviewers invalid",
        reason);
    assertFalse(reason.contains("canary"));
  }

  @Test
  void what_has_no_number_or_no_repository_is_refused_without_asking() {
    var build = new Subject(SubjectKind.BUILD, "octo/hello", "7.1");
    var nowhere = new CommitStatus("success", "c", "d");

    for (var outcome :
        List.of(
            new GitHubLabels(client).add(build, List.of("a")),
            new GitHubReviewRequests(client).request(build, List.of("bob"), List.of()),
            new GitHubCommitStatuses(client).set("-", "abc", nowhere))) {
      var failed = assertInstanceOf(Outcome.Failed.class, outcome);
      assertInstanceOf(Failure.Permanent.class, failed.failure());
    }
    assertEquals(List.of(), server.lines());
  }

  private static String comment(int id, String author, String association, String body) {
    return """
    {"id": %d, "html_url": "https://example.com/%d", "user": {"login": "%s"},
     "author_association": "%s", "body": "%s"}\
    """
        .formatted(id, id, author, association, body.replace("\n", "\\n"));
  }

  private static String issue(int number, String body) {
    return """
    {"id": %d, "number": %d, "html_url": "https://example.com/i/%d", "body": "%s",
     "user": {"login": "us"}}\
    """
        .formatted(number, number, number, body);
  }
}
