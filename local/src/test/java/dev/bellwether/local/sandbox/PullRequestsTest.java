package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullRequestsTest extends SandboxTest {
  private static final String PULL = "/repos/octo-org/hello-world/pulls/42";
  private static final String REVIEWERS = PULL + "/requested_reviewers";
  private static final String OPENED =
      """
      {"action": "opened", "repository": {"full_name": "octo-org/hello-world"},
       "pull_request": {"number": 42, "title": "Add feature", "state": "open", "draft": false,
         "user": {"login": "octocat"}, "labels": [{"name": "bug"}], "base": {"ref": "main"},
         "head": {"ref": "feature", "sha": "0123456789abcdef0123456789abcdef01234567"}}}
      """;

  @Test
  void a_pull_request_is_there_as_soon_as_it_is_named() {
    var pull = github.get(PULL);

    assertEquals(200, pull.status());
    assertEquals(42, pull.json().path("number").asInt());
    assertEquals("open", pull.json().path("state").asText());
    assertEquals("octo-org/hello-world", pull.json().at("/base/repo/full_name").asText());
    assertEquals(40, pull.json().at("/head/sha").asText().length());
  }

  @Test
  void reviewers_are_requested_once_and_stay_requested() {
    var first =
        github.post(REVIEWERS, "{'reviewers': ['lead-developer'], 'team_reviewers': ['core']}");
    var second = github.post(REVIEWERS, "{'reviewers': ['Lead-Developer']}");

    assertEquals(201, first.status());
    assertEquals("lead-developer", first.json().at("/requested_reviewers/0/login").asText());
    assertEquals(201, second.status());
    assertEquals(List.of("lead-developer"), sandbox.reviewersOf("octo-org/hello-world", 42));
    assertEquals(List.of("core"), sandbox.teamsOf("octo-org/hello-world", 42));
    assertEquals(List.of(true, false), sandbox.journal().stream().map(Call::changed).toList());
    assertEquals(
        "requested review from lead-developer and core on octo-org/hello-world#42",
        sandbox.journal().getFirst().sentence());
  }

  @Test
  void a_request_can_be_withdrawn() {
    github.post(REVIEWERS, "{'reviewers': ['a', 'b']}");

    var answer = github.call("DELETE", REVIEWERS, "{'reviewers': ['a']}");

    assertEquals(200, answer.status());
    assertEquals("b", github.get(REVIEWERS).json().at("/users/0/login").asText());
    assertEquals(List.of("b"), sandbox.reviewersOf("octo-org/hello-world", 42));
  }

  @Test
  void an_author_who_is_known_is_refused_as_reviewer() throws Exception {
    sandbox.learn(new JsonMapper().readTree(OPENED));

    var answer = github.post(REVIEWERS, "{'reviewers': ['octocat']}");

    assertEquals(422, answer.status());
    assertEquals(
        "Review cannot be requested from pull request author.",
        answer.json().path("message").asText());
    assertEquals(List.of(), sandbox.reviewersOf("octo-org/hello-world", 42));
  }

  @Test
  void what_a_webhook_tells_is_learnt_and_what_calls_did_stays() throws Exception {
    github.post("/repos/octo-org/hello-world/issues/42/labels", "{'labels': ['mine']}");

    sandbox.learn(new JsonMapper().readTree(OPENED));

    var pull = github.get(PULL).json();
    assertEquals("Add feature", pull.path("title").asText());
    assertEquals("octocat", pull.at("/user/login").asText());
    assertEquals("feature", pull.at("/head/ref").asText());
    assertEquals(List.of("mine"), sandbox.labelsOf("octo-org/hello-world", 42));
  }

  @Test
  void a_merge_is_guarded_by_the_head_that_was_judged() throws Exception {
    sandbox.learn(new JsonMapper().readTree(OPENED));
    var stale = "{'sha': 'ffffffffffffffffffffffffffffffffffffffff'}";
    var current = "{'sha': '0123456789abcdef0123456789abcdef01234567', 'merge_method': 'squash'}";

    var refused = github.call("PUT", PULL + "/merge", stale);
    var unmerged = github.get(PULL + "/merge");
    var merged = github.call("PUT", PULL + "/merge", current);
    var again = github.call("PUT", PULL + "/merge", current);

    assertEquals(409, refused.status());
    assertEquals(404, unmerged.status());
    assertEquals(200, merged.status());
    assertTrue(merged.json().path("merged").asBoolean());
    assertEquals(204, github.get(PULL + "/merge").status());
    assertEquals(405, again.status());
    assertTrue(github.get(PULL).json().path("merged").asBoolean());
  }

  @Test
  void a_pull_request_is_opened_listed_and_closed() {
    var pulls = "/repos/octo-org/hello-world/pulls";
    var opened = github.post(pulls, "{'title': 'New', 'head': 'topic', 'base': 'main'}").json();
    var path = pulls + "/" + opened.path("number").asInt();

    var closed = github.call("PATCH", path, "{'state': 'closed'}");

    assertEquals("closed", closed.json().path("state").asText());
    assertFalse(closed.json().path("merged").asBoolean());
    assertEquals(0, github.get(pulls).json().size());
    assertEquals(1, github.get(pulls + "?state=all").json().size());
  }
}
