package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Deployments;
import java.io.IOException;
import java.util.Map;

/// Creates deployments, each with a marker in its payload to be found by.
///
/// The ref is deployed as it is: GitHub is told not to merge the default branch into it first. Its
/// checks must all have passed, as always when none are named; otherwise GitHub refuses.
/// <https://docs.github.com/en/rest/deployments/deployments>
public final class GitHubDeployments implements Deployments {
  private static final String MARKER = "bellwether";
  private static final int LONGEST_DESCRIPTION = 140;
  private static final int LOOKED_THROUGH = 100;

  private final GitHubClient client;

  /// Works on this.
  public GitHubDeployments(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome create(String repository, String marker, Deployment deployment) {
    return client.talk(
        repository,
        (gitHub, as) -> create(gitHub, marker, deployment),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  @Override
  public Outcome createOnce(String repository, String marker, Deployment deployment) {
    return client.talk(
        repository,
        (gitHub, as) -> {
          for (var one : newest(gitHub, deployment)) {
            if (one.at("/payload/" + MARKER).asText().equals(marker)) {
              return created(one, deployment);
            }
          }
          return create(gitHub, marker, deployment);
        },
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  private static Outcome create(GitHubJson gitHub, String marker, Deployment deployment)
      throws IOException {
    var body =
        Json.object()
            .put("ref", deployment.ref())
            .put("environment", deployment.environment())
            .put("description", Notice.cut(deployment.description(), LONGEST_DESCRIPTION))
            .put("auto_merge", false);
    body.putObject("payload").put(MARKER, marker);
    return created(gitHub.send("POST", "/deployments", body), deployment);
  }

  /// Only who may write to the repository can create deployments, so a marker is no stranger's.
  private static Iterable<JsonNode> newest(GitHubJson gitHub, Deployment deployment)
      throws IOException {
    var environment = GitHubJson.segment(deployment.environment());
    return gitHub.list("/deployments?environment=" + environment, "", LOOKED_THROUGH);
  }

  private static Outcome created(JsonNode created, Deployment deployment) {
    return new Outcome.Done(
        Map.of(
            "deployment_id",
            created.path("id").asLong(),
            "environment",
            deployment.environment(),
            "ref",
            deployment.ref()));
  }
}
