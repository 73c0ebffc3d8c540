package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Learns of issues and pull requests from the webhooks that pass by, so that here too they have
/// their titles, authors and commits. What the sandbox was told by calls stays as it is.
final class EventRoutes {
  /// Stands in the journal where calls have their method; with its blank, none can have this one.
  static final String METHOD = "heard of";

  private final World world;
  private final IssueJson shape;

  EventRoutes(World world, Links links) {
    this.world = world;
    this.shape = new IssueJson(links);
  }

  List<Route> routes() {
    return List.of(Route.of(METHOD, "/repos/{owner}/{repo}/issues/{number}", this::learn));
  }

  /// Reduces a webhook's payload to what is learnt from it; nothing from one about neither an issue
  /// nor a pull request.
  static Optional<Request> request(JsonNode payload, Instant at) {
    var repository = payload.path("repository").path("full_name").asText();
    var pull = payload.path("pull_request");
    var about = pull.isObject() ? pull : payload.path("issue");
    if (!repository.matches("[^/]+/[^/]+") || !about.path("number").isInt()) {
      return Optional.empty();
    }
    var facts = Json.object().put("pull", pull.isObject() || about.has("pull_request"));
    facts.put("action", payload.path("action").asText());
    facts.put("author", about.path("user").path("login").asText());
    copy(about, "title", facts, "title");
    copy(about, "body", facts, "body");
    copy(about, "state", facts, "state");
    copy(about, "draft", facts, "draft");
    copy(about, "labels", facts, "labels");
    copy(about.path("head"), "ref", facts, "head");
    copy(about.path("head"), "sha", facts, "sha");
    copy(about.path("base"), "ref", facts, "base");
    var path = "/repos/%s/issues/%d".formatted(repository, about.path("number").intValue());
    return Optional.of(new Request(METHOD, path, Json.write(facts), at));
  }

  private Reply learn(Asked asked) {
    var repository = world.repository(asked);
    var known = repository.issues.containsKey((int) asked.number("number"));
    var issue = world.issue(asked);
    var before = shape.pull(repository, issue);
    issue.pull |= asked.body().path("pull").asBoolean();
    issue.author = asked.text("author").filter(login -> !login.isEmpty()).orElse(issue.author);
    issue.title = asked.text("title").orElse(issue.title);
    issue.head = asked.text("head").orElse(issue.head);
    issue.headSha = asked.text("sha").orElse(issue.headSha);
    issue.base = asked.text("base").orElse(issue.base);
    issue.draft = asked.body().path("draft").asBoolean(issue.draft);
    if (!known) {
      Edits.body(issue, asked);
      Edits.labels(repository, issue, asked);
    }
    if (!known || List.of("closed", "reopened").contains(asked.text("action").orElse(""))) {
      asked.text("state").ifPresent(state -> issue.moveTo(state, asked.at()));
    }
    var name = repository.fullName() + "#" + issue.number;
    return known && before.equals(shape.pull(repository, issue))
        ? Reply.same(200, Json.object(), "heard again of " + name)
        : Reply.done(200, Json.object(), "heard of " + name);
  }

  private static void copy(JsonNode from, String key, ObjectNode to, String as) {
    if (from.hasNonNull(key)) {
      to.set(as, key.equals("labels") ? names(from.get(key)) : from.get(key));
    }
  }

  private static JsonNode names(JsonNode labels) {
    var names = Json.array();
    labels.forEach(label -> names.add(label.path("name").asText()));
    return names;
  }
}
