package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.CheckRuns;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Check runs by two requests: is there one of ours, and what it is now:
/// <https://docs.github.com/en/rest/checks/runs>.
public final class GitHubCheckRuns implements CheckRuns {
  /// Tells ours from others of the same name.
  private static final String OURS = "bellwether";

  private static final int LONGEST_TITLE = 255;
  private static final int LONGEST_SUMMARY = 65_535;
  private static final int MOST = 1000;

  private final GitHubClient client;

  /// Works on this.
  public GitHubCheckRuns(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome set(String repository, String sha, CheckRun run) {
    return client.talk(
        repository,
        (gitHub, as) -> {
          var known = known(gitHub, sha, run.name());
          if (known.isPresent()) {
            gitHub.send("PATCH", "/check-runs/" + known.get().path("id").asLong(), body(run));
          } else {
            var body = body(run).put("head_sha", sha).put("external_id", OURS);
            gitHub.send("POST", "/check-runs", body);
          }
          return Outcome.done();
        },
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  private static Optional<JsonNode> known(GitHubJson gitHub, String sha, String name)
      throws IOException {
    var named = URLEncoder.encode(name, StandardCharsets.UTF_8);
    var path = "/commits/%s/check-runs?check_name=%s".formatted(sha, named);
    return gitHub.list(path, "check_runs", MOST).stream()
        .filter(run -> run.path("name").asText().equals(name))
        .filter(run -> run.path("external_id").asText().equals(OURS))
        .findFirst();
  }

  private static ObjectNode body(CheckRun run) {
    var body = Json.object().put("name", run.name());
    if (run.state().equals("pending")) {
      body.put("status", "in_progress");
    } else {
      var conclusion = run.state().equals("success") ? "success" : "failure";
      body.put("status", "completed").put("conclusion", conclusion);
    }
    var title = Notice.cut(run.title(), LONGEST_TITLE);
    body.putObject("output")
        .put("title", title)
        .put(
            "summary",
            run.summary().isBlank() ? title : Notice.cut(run.summary(), LONGEST_SUMMARY));
    return body;
  }
}
