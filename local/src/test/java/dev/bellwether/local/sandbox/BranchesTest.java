package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BranchesTest extends SandboxTest {
  private static final String REPOSITORY = "/repos/octo-org/hello-world";
  private static final String REFS = REPOSITORY + "/git/refs";
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final String PULL = REPOSITORY + "/pulls/42";

  @Test
  void a_branch_is_made_once_and_is_gone_once() {
    var body = "{'ref': 'refs/heads/release/1', 'sha': '%s'}".formatted(SHA);

    assertEquals(201, github.post(REFS, body).status());
    assertEquals(422, github.post(REFS, body).status());
    var made = github.get(REPOSITORY + "/git/ref/heads/release/1").json();
    assertEquals(SHA, made.at("/object/sha").asText());
    assertEquals(204, github.call("DELETE", REFS + "/heads/release/1", "").status());
    assertEquals(422, github.call("DELETE", REFS + "/heads/release/1", "").status());
    assertEquals(404, github.get(REPOSITORY + "/git/ref/heads/release/1").status());
    assertEquals(404, github.get(REPOSITORY + "/branches/release/1").status());
    assertEquals(
        "made the branch release/1 of octo-org/hello-world at 0123456",
        sandbox.journal().getFirst().sentence());
  }

  @Test
  void names_and_commits_that_git_does_not_take_are_refused() {
    for (var body :
        new String[] {
          "{'ref': 'release', 'sha': '%s'}",
          "{'ref': 'refs/heads/a..b', 'sha': '%s'}",
          "{'ref': 'refs/heads/main', 'sha': '%s'}",
          "{'ref': 'refs/heads/x', 'sha': 'main'}"
        }) {
      assertEquals(422, github.post(REFS, body.formatted(SHA)).status(), body);
    }
  }

  @Test
  void a_protected_branch_takes_no_pull_request_before_its_checks_and_approvals() {
    protect("{'strict': true, 'contexts': ['ci']}", 1);
    var sha = github.get(PULL).json().at("/head/sha").asText();

    assertTrue(github.get(REPOSITORY + "/branches/main").json().path("protected").asBoolean());
    assertEquals("blocked", github.get(PULL).json().path("mergeable_state").asText());
    assertEquals(
        "Required status check \"ci\" is expected.",
        github.call("PUT", PULL + "/merge", "{}").json().path("message").asText());
    github.post(
        REPOSITORY + "/check-runs",
        "{'name': 'ci', 'head_sha': '%s', 'conclusion': 'skipped'}".formatted(sha));
    assertEquals(405, github.call("PUT", PULL + "/merge", "{}").status());
    github.post(PULL + "/reviews", "{'event': 'APPROVE'}");

    assertEquals("clean", github.get(PULL).json().path("mergeable_state").asText());
    assertEquals(200, github.call("PUT", PULL + "/merge", "{}").status());
  }

  @Test
  void protection_ends() {
    protect("null", 0);
    assertEquals(422, github.call("DELETE", REFS + "/heads/main", "").status());

    var path = REPOSITORY + "/branches/main/protection";
    assertEquals(204, github.call("DELETE", path, "").status());

    assertFalse(github.get(REPOSITORY + "/branches/main").json().path("protected").asBoolean());
    assertEquals(404, github.call("DELETE", path, "").status());
  }

  @Test
  void a_merge_leaves_other_pull_requests_behind() {
    var sha = github.get(PULL).json().at("/head/sha").asText();
    var compare = REPOSITORY + "/compare/main..." + sha;
    assertEquals(0, github.get(compare).json().path("behind_by").asInt());

    clock.pass(Duration.ofMinutes(1));
    github.call("PUT", REPOSITORY + "/pulls/7/merge", "{}");

    assertEquals(1, github.get(compare).json().path("behind_by").asInt());
  }

  private void protect(String checks, int approvals) {
    var answer =
        github.call(
            "PUT",
            REPOSITORY + "/branches/main/protection",
            """
            {'required_status_checks': %s, 'enforce_admins': null, 'restrictions': null,
             'required_pull_request_reviews': {'required_approving_review_count': %d}}\
            """
                .formatted(checks, approvals));
    assertEquals(200, answer.status());
  }
}
