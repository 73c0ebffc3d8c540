package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/// Shapes issues, pull requests, labels and comments as GitHub does.
///
/// See <https://docs.github.com/en/rest/issues> and <https://docs.github.com/en/rest/pulls>.
record IssueJson(Links links) {
  ObjectNode issue(Repository repository, Issue issue) {
    var json = common(repository, issue, links.repository(repository) + "/issues/" + issue.number);
    json.put("repository_url", links.repository(repository));
    json.put("comments", issue.comments.size());
    json.put("state_reason", issue.stateReason.isEmpty() ? null : issue.stateReason);
    if (issue.pull) {
      var url = links.repository(repository) + "/pulls/" + issue.number;
      json.putObject("pull_request").put("url", url).put("html_url", page(repository, issue));
    }
    return json;
  }

  ObjectNode pull(Repository repository, Issue pull) {
    var json = common(repository, pull, links.repository(repository) + "/pulls/" + pull.number);
    json.put("issue_url", links.repository(repository) + "/issues/" + pull.number);
    json.put("draft", pull.draft);
    json.put("merged", pull.mergedAt().isPresent());
    json.put("merged_at", time(pull.mergedAt()));
    json.put("mergeable", pull.mergedAt().isEmpty());
    json.put("mergeable_state", MergeRules.state(repository, pull));
    json.put("merge_commit_sha", repository.mergeSha(pull));
    json.put("comments", pull.comments.size()).put("review_comments", 0);
    json.put("commits", 1).put("additions", 10).put("deletions", 2);
    json.put("changed_files", ReviewRoutes.filesOf(repository, pull).size());
    json.set("requested_reviewers", Json.array(pull.reviewers, links::user));
    json.set("requested_teams", Json.array(pull.teams, slug -> links.team(slug, repository.owner)));
    json.set("head", end(repository, pull.head, repository.headSha(pull)));
    json.set("base", end(repository, pull.base, repository.resolve(pull.base)));
    return json;
  }

  ObjectNode label(Repository repository, String name) {
    var label = repository.labels.getOrDefault(name, Label.named(name));
    var id = Text.id(repository.fullName() + "#" + label.name());
    return Json.object()
        .put("id", id)
        .put("node_id", "LA_" + id)
        .put("url", links.repository(repository) + "/labels/" + Text.encode(label.name()))
        .put("name", label.name())
        .put("color", label.color())
        .put("default", false)
        .put("description", label.description().isEmpty() ? null : label.description());
  }

  ObjectNode comment(Repository repository, Issue on, Comment comment) {
    var json =
        Json.object()
            .put("id", comment.id())
            .put("node_id", "IC_" + comment.id())
            .put("url", links.repository(repository) + "/issues/comments/" + comment.id())
            .put("html_url", page(repository, on) + "#issuecomment-" + comment.id())
            .put("issue_url", links.repository(repository) + "/issues/" + on.number)
            .put("body", comment.body())
            .put("author_association", "NONE")
            .put("created_at", Text.time(comment.createdAt()))
            .put("updated_at", Text.time(comment.updatedAt()));
    json.set("user", links.user(comment.author()));
    return json;
  }

  String nodeId(Repository repository, Issue issue) {
    return (issue.pull ? "PR_" : "I_") + Text.id(repository.fullName() + "#" + issue.number);
  }

  private ObjectNode common(Repository repository, Issue issue, String url) {
    var id = Text.id(repository.fullName() + "#" + issue.number);
    var json =
        Json.object()
            .put("id", id)
            .put("node_id", nodeId(repository, issue))
            .put("url", url)
            .put("html_url", page(repository, issue))
            .put("number", issue.number)
            .put("state", issue.state)
            .put("locked", false)
            .put("title", issue.title)
            .put("body", issue.body.isEmpty() ? null : issue.body)
            .put("author_association", "CONTRIBUTOR")
            .put("created_at", Text.time(issue.createdAt))
            .put("updated_at", Text.time(issue.updatedAt))
            .put("closed_at", time(issue.closedAt()));
    json.set("user", links.user(issue.authorOrSomebody()));
    json.set("labels", Json.array(issue.labels, name -> label(repository, name)));
    json.set("assignees", Json.array(issue.assignees, links::user));
    if (issue.milestone == 0) {
      json.putNull("milestone");
    } else {
      var title = repository.milestones.get(issue.milestone - 1);
      json.set("milestone", MilestoneRoutes.json(issue.milestone, title));
    }
    var assignee = issue.assignees.stream().findFirst().map(links::user);
    assignee.ifPresentOrElse(user -> json.set("assignee", user), () -> json.putNull("assignee"));
    return json;
  }

  private ObjectNode end(Repository repository, String branch, String sha) {
    var json =
        Json.object()
            .put("label", repository.owner + ":" + branch)
            .put("ref", branch)
            .put("sha", sha);
    json.set("user", links.user(repository.owner));
    json.set("repo", new RepositoryJson(links).repository(repository));
    return json;
  }

  private String page(Repository repository, Issue issue) {
    return links.web(repository.fullName() + (issue.pull ? "/pull/" : "/issues/") + issue.number);
  }

  @SuppressWarnings("NullAway") // Jackson takes null for JSON's null.
  private static String time(Optional<Instant> at) {
    return at.map(Text::time).orElse(null);
  }
}
