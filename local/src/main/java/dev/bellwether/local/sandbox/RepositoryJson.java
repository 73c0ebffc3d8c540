package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/// Shapes repositories, commits, branches and statuses as GitHub does.
///
/// See <https://docs.github.com/en/rest/repos> and <https://docs.github.com/en/rest/commits>.
record RepositoryJson(Links links) {
  ObjectNode repository(Repository repository) {
    var id = Text.id(repository.fullName());
    var json =
        Json.object()
            .put("id", id)
            .put("node_id", "R_" + id)
            .put("name", repository.name)
            .put("full_name", repository.fullName())
            .put("private", false)
            .put("html_url", links.web(repository.fullName()))
            .put("description", "")
            .put("fork", false)
            .put("url", links.repository(repository))
            .put("default_branch", Code.DEFAULT_BRANCH)
            .put("archived", false)
            .put("disabled", false)
            .put("visibility", "public")
            .put("has_issues", true)
            .put("open_issues_count", open(repository));
    json.set("owner", links.user(repository.owner));
    json.putObject("permissions").put("admin", false).put("push", true).put("pull", true);
    return json;
  }

  ObjectNode commit(Repository repository, String sha) {
    var json =
        Json.object()
            .put("sha", sha)
            .put("node_id", "C_" + sha)
            .put("url", links.repository(repository) + "/commits/" + sha)
            .put("html_url", links.web(repository.fullName() + "/commit/" + sha));
    json.putObject("commit").put("message", "Commit " + sha.substring(0, 7));
    var parents = json.putArray("parents");
    for (var parent : repository.parents.getOrDefault(sha, List.of())) {
      var url = links.repository(repository) + "/commits/" + parent;
      parents.addObject().put("sha", parent).put("url", url);
    }
    return json;
  }

  ObjectNode status(Repository repository, String sha, Status status) {
    var json =
        Json.object()
            .put("id", status.id())
            .put("node_id", "SC_" + status.id())
            .put("url", links.repository(repository) + "/statuses/" + sha)
            .put("avatar_url", "")
            .put("state", status.state())
            .put("context", status.context())
            .put("description", status.description().isEmpty() ? null : status.description())
            .put("target_url", status.targetUrl().isEmpty() ? null : status.targetUrl())
            .put("created_at", Text.time(status.at()))
            .put("updated_at", Text.time(status.at()));
    json.set("creator", links.user(World.SELF));
    return json;
  }

  /// Shapes what a commit's statuses come to.
  ObjectNode combined(Repository repository, String sha, Collection<Status> current) {
    var json =
        Json.object()
            .put("state", combined(current))
            .put("sha", sha)
            .put("total_count", current.size())
            .put("url", links.repository(repository) + "/commits/" + sha + "/status");
    json.set("statuses", Json.array(current, status -> status(repository, sha, status)));
    json.set("repository", repository(repository));
    return json;
  }

  /// Any failure is a failure; without one, none at all or anything unfinished is pending.
  private static String combined(Collection<Status> current) {
    if (current.stream().anyMatch(s -> s.state().equals("failure") || s.state().equals("error"))) {
      return "failure";
    }
    var all = !current.isEmpty() && current.stream().allMatch(s -> s.state().equals("success"));
    return all ? "success" : "pending";
  }

  private static long open(Repository repository) {
    return repository.issues.values().stream().filter(issue -> issue.state.equals("open")).count();
  }
}
