package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkflowRunsTest extends SandboxTest {
  private static final String REPOSITORY = "/repos/octo-org/hello-world";
  private static final String WORKFLOW = REPOSITORY + "/actions/workflows/test.yml";
  private static final String DISPATCH = WORKFLOW + "/dispatches";
  private static final String RUN = REPOSITORY + "/actions/runs/7001";

  @Test
  void a_dispatch_tells_its_run_only_to_whoever_asks() {
    var untold = github.post(DISPATCH, "{'ref': 'main'}");
    var told = github.post(DISPATCH, "{'ref': 'main', 'return_run_details': true}");

    assertEquals(204, untold.status());
    assertEquals("", untold.text());
    assertEquals(200, told.status());
    var run = REPOSITORY + "/actions/runs/" + told.json().path("workflow_run_id").asLong();
    assertEquals("queued", github.get(run).json().path("status").asText());
    assertEquals("workflow_dispatch", github.get(run).json().path("event").asText());
  }

  @Test
  void runs_are_listed_by_branch_and_time_the_newest_first() {
    github.post(DISPATCH, "{'ref': 'main'}");
    clock.pass(Duration.ofMinutes(1));
    github.post(DISPATCH, "{'ref': 'topic'}");
    github.post(REPOSITORY + "/actions/workflows/other.yml/dispatches", "{'ref': 'main'}");

    assertEquals("topic", listed("").at("/workflow_runs/0/head_branch").asText());
    assertEquals(2, listed("").path("total_count").asInt());
    assertEquals(1, listed("?branch=main").path("total_count").asInt());
    assertEquals(1, listed("?created=%3E%3D2026-11-25T09:01:00Z").path("total_count").asInt());
    assertEquals(0, listed("?event=push").path("total_count").asInt());
    assertEquals(0, listed("?actor=ada").path("total_count").asInt());
  }

  @Test
  void a_ref_that_is_gone_starts_nothing() {
    github.call("DELETE", REPOSITORY + "/git/refs/heads/old", "");

    assertEquals(422, github.post(DISPATCH, "{'ref': 'old'}").status());
  }

  @Test
  void failed_jobs_run_again_in_another_attempt_once_the_run_is_over() {
    var first = github.post(RUN + "/rerun-failed-jobs", "");
    var second = github.post(RUN + "/rerun-failed-jobs", "");

    assertEquals(201, first.status());
    assertEquals(403, second.status());
    assertEquals(2, github.get(RUN).json().path("run_attempt").asInt());
  }

  @Test
  void what_became_of_a_run_webhooks_tell() {
    github.post(RUN + "/rerun-failed-jobs", "");

    hear(
        """
        {"action": "completed", "repository": {"full_name": "octo-org/hello-world"},
         "workflow_run": {"id": 7001, "path": ".github/workflows/test.yml", "run_attempt": 2,
           "event": "push", "status": "completed", "conclusion": "success",
           "head_branch": "main", "head_sha": "abc", "actor": {"login": "ada"}}}
        """);

    var run = github.get(RUN).json();
    assertEquals("success", run.path("conclusion").asText());
    assertEquals(2, run.path("run_attempt").asInt());
    assertEquals(1, listed("?actor=ada").path("total_count").asInt());
  }

  @Test
  void a_deployment_keeps_its_payload_and_is_listed_by_environment() {
    var deployments = REPOSITORY + "/deployments";

    var created =
        github.post(
            deployments, "{'ref': 'main', 'environment': 'qa', 'payload': {'bellwether': 'k'}}");

    assertEquals(201, created.status());
    var listed = github.get(deployments + "?environment=qa").json();
    assertEquals("k", listed.at("/0/payload/bellwether").asText());
    assertEquals(0, github.get(deployments + "?environment=production").json().size());
  }

  private JsonNode listed(String query) {
    return github.get(WORKFLOW + "/runs" + query).json();
  }

  private void hear(String payload) {
    try {
      sandbox.learn(new JsonMapper().readTree(payload));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
