package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitsTest extends SandboxTest {
  private static final String REPOSITORY = "/repos/octo-org/hello-world";
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final String STATUSES = REPOSITORY + "/statuses/" + SHA;
  private static final String COMMIT = REPOSITORY + "/commits/" + SHA;

  @Test
  void the_newest_status_of_each_context_counts() {
    github.post(STATUSES, "{'state': 'pending', 'context': 'ci'}");
    github.post(STATUSES, "{'state': 'success', 'context': 'ci', 'description': 'Fine'}");
    assertEquals("success", github.get(COMMIT + "/status").json().path("state").asText());

    github.post(STATUSES, "{'state': 'failure', 'context': 'sla'}");

    assertEquals(
        Map.of("ci", "success", "sla", "failure"), sandbox.statusesOf("octo-org/hello-world", SHA));
    var combined = github.get(COMMIT + "/status").json();
    assertEquals("failure", combined.path("state").asText());
    assertEquals(2, combined.path("total_count").asInt());
    assertEquals(3, github.get(COMMIT + "/statuses").json().size());
    assertEquals(
        "set the status ci of octo-org/hello-world@0123456 to pending",
        sandbox.journal().getFirst().sentence());
  }

  @Test
  void a_commit_without_a_status_is_pending() {
    assertEquals("pending", github.get(COMMIT + "/status").json().path("state").asText());
  }

  @Test
  void a_status_with_a_description_longer_than_shown_is_refused() {
    var long141 = "x".repeat(141);

    var answer =
        github.post(STATUSES, "{'state': 'success', 'description': '%s'}".formatted(long141));

    assertEquals(422, answer.status());
  }

  @Test
  void a_check_run_goes_from_queued_to_its_conclusion() {
    var runs = REPOSITORY + "/check-runs";
    var created = github.post(runs, "{'name': 'sla', 'head_sha': '%s'}".formatted(SHA));
    var run = runs + "/" + created.json().path("id").asLong();

    var done = github.call("PATCH", run, "{'status': 'completed', 'conclusion': 'neutral'}").json();

    assertEquals(201, created.status());
    assertEquals("queued", created.json().path("status").asText());
    assertEquals("neutral", done.path("conclusion").asText());
    assertEquals("2026-11-25T09:00:00Z", done.path("completed_at").asText());
    var listed = github.get(COMMIT + "/check-runs").json();
    assertEquals(1, listed.path("total_count").asInt());
    assertEquals(List.of("sla"), listed.path("check_runs").findValuesAsText("name"));
    assertEquals("completed", github.get(run).json().path("status").asText());
  }

  @Test
  void a_branch_points_at_the_same_commit_each_time() {
    var branch = github.get(REPOSITORY + "/branches/main").json();

    assertEquals(
        branch.at("/commit/sha"), github.get(REPOSITORY + "/commits/main").json().path("sha"));
  }
}
