package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/// Describes what the sandbox's GitHub has come to, for the pages and for whoever scripts against
/// them. Not GitHub's shapes: less, and by name.
final class StateJson {
  private StateJson() {}

  static JsonNode repositories(World world) {
    return Json.array(world.repositories(), StateJson::repository);
  }

  private static ObjectNode repository(Repository repository) {
    var json = Json.object().put("repository", repository.fullName());
    var newest = Comparator.comparing((Issue issue) -> issue.updatedAt).reversed();
    json.set(
        "issues",
        Json.array(repository.issues.values().stream().sorted(newest).toList(), StateJson::issue));
    var statuses = json.putArray("statuses");
    for (var sha : repository.statuses.keySet()) {
      repository.currentStatuses(sha).values().forEach(status -> statuses.add(status(sha, status)));
    }
    json.set("check_runs", Json.array(repository.checkRuns.values(), StateJson::checkRun));
    return json;
  }

  private static JsonNode issue(Issue issue) {
    var json =
        Json.object()
            .put("number", issue.number)
            .put("kind", issue.pull ? "pull_request" : "issue")
            .put("title", issue.title)
            .put("body", issue.body)
            .put("state", issue.mergedAt().isPresent() ? "merged" : issue.state);
    json.put("author", issue.author);
    json.set("labels", Json.texts(issue.labels));
    json.set("assignees", Json.texts(issue.assignees));
    json.set("reviewers", Json.texts(issue.reviewers));
    json.set("team_reviewers", Json.texts(issue.teams));
    json.set("comments", Json.array(issue.comments.values(), StateJson::comment));
    return json;
  }

  private static JsonNode comment(Comment comment) {
    return Json.object()
        .put("id", comment.id())
        .put("author", comment.author())
        .put("body", comment.body())
        .put("updated_at", comment.updatedAt().toString());
  }

  private static JsonNode status(String sha, Status status) {
    return Json.object()
        .put("sha", sha)
        .put("context", status.context())
        .put("state", status.state())
        .put("description", status.description());
  }

  private static JsonNode checkRun(ObjectNode run) {
    return Json.object()
        .put("sha", run.path("head_sha").asText())
        .put("name", run.path("name").asText())
        .put("state", run.path(run.hasNonNull("conclusion") ? "conclusion" : "status").asText());
  }
}
