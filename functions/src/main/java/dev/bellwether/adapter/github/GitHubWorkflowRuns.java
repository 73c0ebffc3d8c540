package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.WorkflowRuns;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Starts and reruns workflows: <https://docs.github.com/en/rest/actions>.
///
/// Asks GitHub for the run's number, which it tells since 2026; an older one that does not know the
/// question is asked without it.
public final class GitHubWorkflowRuns implements WorkflowRuns {
  private static final String ASK = "return_run_details";
  private static final Duration STILL_RUNNING = Duration.ofSeconds(30);

  private final GitHubClient client;

  /// Works on this.
  public GitHubWorkflowRuns(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome dispatch(String repository, Dispatch dispatch) {
    return client.talk(
        repository,
        (gitHub, as) -> dispatch(gitHub, dispatch),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  @Override
  public Outcome dispatchOnce(String repository, Dispatch dispatch, Instant since) {
    return client.talk(
        repository,
        (gitHub, as) -> {
          var ours = find(gitHub, dispatch, byUs(as), since);
          return ours.isPresent()
              ? started(dispatch, ours.get().path("id"), ours.get().path("html_url"))
              : dispatch(gitHub, dispatch);
        },
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  @Override
  public Outcome rerunFailedJobs(String repository, long run, long attempt) {
    return client.talk(
        repository,
        (gitHub, as) -> rerunFailedJobs(gitHub, run, attempt),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  private static Outcome dispatch(GitHubJson gitHub, Dispatch dispatch) throws IOException {
    var path = workflow(dispatch) + "/dispatches";
    var body = Json.object().put("ref", dispatch.ref());
    if (!dispatch.inputs().isEmpty()) {
      body.set("inputs", Json.tree(dispatch.inputs()));
    }
    var answer = dispatch(gitHub, path, body);
    return started(dispatch, answer.path("workflow_run_id"), answer.path("html_url"));
  }

  private static JsonNode dispatch(GitHubJson gitHub, String path, ObjectNode body)
      throws IOException {
    try {
      return gitHub.send("POST", path, body.deepCopy().put(ASK, true));
    } catch (Refused refused) {
      if (!refused.failure().reason().contains(ASK)) {
        throw refused;
      }
      return gitHub.send("POST", path, body);
    }
  }

  private static Optional<JsonNode> find(
      GitHubJson gitHub, Dispatch dispatch, String byUs, Instant since) throws IOException {
    var query =
        "/runs?event=workflow_dispatch&branch=%s%s&created=%s&per_page=1"
            .formatted(
                query(dispatch.ref()), byUs, query(">=" + since.truncatedTo(ChronoUnit.SECONDS)));
    return Optional.of(gitHub.get(workflow(dispatch) + query).path("workflow_runs").path(0))
        .filter(JsonNode::isObject);
  }

  /// The token of an App, given as a plain token, may not ask whose it is: then anybody's counts.
  private String byUs(Access as) {
    try {
      return "&actor=" + query(client.self(as));
    } catch (Refused refused) {
      if (refused.status() == 403) {
        return "";
      }
      throw refused;
    }
  }

  private static Outcome rerunFailedJobs(GitHubJson gitHub, long run, long attempt)
      throws IOException {
    var path = "/actions/runs/" + run;
    var found = gitHub.get(path);
    var newest = found.path("run_attempt").asLong(1);
    if (newest > attempt) {
      return new Outcome.Done(Map.of("run_id", run, "attempt", newest, "already", true));
    }
    if (!found.path("status").asText().equals("completed")) {
      return new Outcome.Pending(
          STILL_RUNNING, "Attempt %d of run %d still goes on".formatted(newest, run), Map.of());
    }
    gitHub.send("POST", path + "/rerun-failed-jobs");
    return new Outcome.Done(Map.of("run_id", run, "attempt", newest + 1));
  }

  private static Outcome started(Dispatch dispatch, JsonNode id, JsonNode url) {
    var started = Json.object().put("workflow", dispatch.workflow()).put("ref", dispatch.ref());
    if (id.isNumber()) {
      started.put("run_id", id.asLong()).put("url", url.asText());
    }
    return new Outcome.Done(Json.map(started));
  }

  private static String workflow(Dispatch dispatch) {
    return "/actions/workflows/" + query(dispatch.workflow());
  }

  private static String query(String text) {
    return GitHubJson.part(text).replace("/", "%2F");
  }
}
