package dev.bellwether.local.contract.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.github.GitHubCheckRuns;
import dev.bellwether.adapter.github.GitHubClient;
import dev.bellwether.adapter.github.GitHubMerges;
import dev.bellwether.adapter.github.GitHubReviewRequests;
import dev.bellwether.adapter.github.GitHubReviews;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.local.sandbox.Http;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.usecase.port.CheckRuns.CheckRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reviews, check runs and branches brought up to date, on the sandbox, held against GitHub's
/// description.
class ReviewAdaptersTest {
  private static final String REPOSITORY = "octo-org/hello";
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final String PULL = "/repos/octo-org/hello/pulls/42";
  private static final Subject PR = Subject.parse(REPOSITORY, "pr#42");

  private final SettableTime time = new SettableTime(Instant.parse("2026-11-25T09:00:00Z"));
  private final GitHubSandbox sandbox = GitHubSandbox.start(Optional.empty(), time);
  private final Http http = new Http(sandbox.url());
  private final GitHubClient client =
      new GitHubClient(
          () -> sandbox.url().toString(), new Web(time), () -> Map.of("token", "ghp_x"), time);

  ReviewAdaptersTest() {
    sandbox.onCall(GitHubContract.validator());
    hear(
        """
        {"action": "opened", "pull_request": {"number": 42, "title": "Add feature", "state": "open",
           "user": {"login": "ada"}, "base": {"ref": "main"}, "head": {"ref": "x", "sha": "%s"}}}\
        """
            .formatted(SHA));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void an_approval_is_given_once_for_a_commit() {
    var reviews = new GitHubReviews(client);

    var first = done(reviews.approve(PR, SHA, "Good"));
    var again = done(reviews.approve(PR, SHA, "Good"));
    var other = done(reviews.approve(PR, "f".repeat(40), ""));

    assertEquals(Map.of("review_id", first.get("review_id"), "already", true), again);
    assertEquals(2, http.get(PULL + "/reviews").json().size());
    assertNotEquals(first.get("review_id"), other.get("review_id"));
  }

  @Test
  void what_we_opened_ourselves_is_not_approved_of() {
    var created =
        http.post("/repos/octo-org/hello/pulls", "{'title': 'Ours', 'head': 'y', 'base': 'main'}");
    var number = created.json().path("number").asText();
    hear(
        """
        {"action": "opened", "pull_request": {"number": %s, "state": "open", "title": "Ours",
           "user": {"login": "bellwether-sandbox[bot]"}, "base": {"ref": "main"}, "head": {"ref": "y"}}}\
        """
            .formatted(number));

    var outcome =
        new GitHubReviews(client).approve(Subject.parse(REPOSITORY, "pr#" + number), SHA, "");

    var reason = assertInstanceOf(Outcome.Failed.class, outcome).failure().reason();
    assertTrue(reason.contains("your own pull request"), reason);
  }

  @Test
  void approvals_are_taken_back_those_of_some_or_all() {
    var reviews = new GitHubReviews(client);
    approve("bob", 1);
    approve("eve", 2);
    approve("ken", 3);

    assertEquals(
        Map.of("dismissed", List.of("eve")), done(reviews.dismiss(PR, "New", List.of("Eve"))));
    assertEquals(
        Map.of("dismissed", List.of("bob", "ken")), done(reviews.dismiss(PR, "New", List.of())));
    assertEquals(Map.of("dismissed", List.of()), done(reviews.dismiss(PR, "New", List.of())));
  }

  @Test
  void a_branch_is_brought_up_to_date_if_it_lacks_anything_and_nobody_pushed_since() {
    var merges = new GitHubMerges(client);
    assertEquals(Map.of("already", true), done(merges.update(PR, SHA)));
    time.pass(Duration.ofMinutes(1));
    hear(
        """
        {"ref": "refs/heads/main", "after": "%s", "commits": [{"added": ["b.md"]}]}\
        """
            .formatted("e".repeat(40)));

    var other = "f".repeat(40);
    var moved = assertInstanceOf(Outcome.Failed.class, merges.update(PR, other)).failure();
    assertEquals("head_moved", moved.code());

    assertEquals(Map.of(), done(merges.update(PR, SHA)));
    assertEquals(Map.of("already", true), done(merges.update(PR, SHA)));
  }

  @Test
  void a_check_run_is_made_once_and_then_changed() {
    var checks = new GitHubCheckRuns(client);

    done(checks.set(REPOSITORY, SHA, new CheckRun("policy", "pending", "Waiting", "")));
    done(checks.set(REPOSITORY, SHA, new CheckRun("policy", "error", "t".repeat(300), "Why")));

    var runs = http.get("/repos/octo-org/hello/commits/%s/check-runs".formatted(SHA)).json();
    assertEquals(1, runs.path("total_count").asInt());
    var run = runs.at("/check_runs/0");
    assertEquals("failure", run.path("conclusion").asText());
    assertEquals(255, run.at("/output/title").asText().length());
    assertEquals("Why", run.at("/output/summary").asText());
  }

  @Test
  void who_is_asked_for_reviews_is_known_and_nobody_owns_what_no_file_gives_away() {
    http.post(PULL + "/requested_reviewers", "{'reviewers': ['bob', 'eve']}");
    var requests = new GitHubReviewRequests(client);

    var open = done(requests.withOpen(REPOSITORY, o -> new Outcome.Done(Map.of("open", o))));
    var owners = done(requests.withOwners(PR, o -> new Outcome.Done(Map.of("owners", o.users()))));

    assertEquals(Map.of("open", Map.of(42L, List.of("bob", "eve"))), open);
    assertEquals("[]", String.valueOf(owners.get("owners")));
  }

  private void approve(String login, int id) {
    hear(
        """
        {"action": "submitted", "pull_request": {"number": 42},
         "review": {"id": %d, "state": "approved", "user": {"login": "%s"}}}\
        """
            .formatted(id, login));
  }

  private void hear(String payload) {
    try {
      var json = (ObjectNode) new JsonMapper().readTree(payload);
      json.putObject("repository").put("full_name", REPOSITORY);
      sandbox.learn(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> done(Outcome outcome) {
    return assertInstanceOf(Outcome.Done.class, outcome, outcome::toString).result();
  }
}
