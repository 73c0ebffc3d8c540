package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collection;
import java.util.List;

/// Answers for labels: those on an issue or a pull request, and those a repository has.
///
/// A label put on an issue that the repository lacks is made. Names ignore case.
///
/// See <https://docs.github.com/en/rest/issues/labels>.
final class LabelRoutes {
  private static final String ON_ISSUE = "/repos/{owner}/{repo}/issues/{number}/labels";
  private static final String OF_REPOSITORY = "/repos/{owner}/{repo}/labels";

  private final World world;
  private final IssueJson shape;

  LabelRoutes(World world, Links links) {
    this.world = world;
    this.shape = new IssueJson(links);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ON_ISSUE, this::list),
        Route.of("POST", ON_ISSUE, this::add),
        Route.of("PUT", ON_ISSUE, this::replace),
        Route.of("DELETE", ON_ISSUE, this::clear),
        Route.of("DELETE", ON_ISSUE + "/{name}", this::remove),
        Route.of("GET", OF_REPOSITORY, this::listAll),
        Route.of("POST", OF_REPOSITORY, this::create),
        Route.of("GET", OF_REPOSITORY + "/{name}", this::get),
        Route.of("PATCH", OF_REPOSITORY + "/{name}", this::edit),
        Route.of("DELETE", OF_REPOSITORY + "/{name}", this::delete));
  }

  private Reply list(Asked asked) {
    var labels = labels(asked, world.issue(asked).labels);
    return Reply.list(asked, labels, "listed the labels on " + issue(asked));
  }

  private Reply add(Asked asked) {
    var names = asked.namesOrBody("labels");
    if (names.isEmpty()) {
      throw Refusal.invalidRequest("\"labels\" wasn't supplied.");
    }
    names.forEach(Edits::requireLabel);
    var issue = world.issue(asked);
    names.forEach(world.repository(asked)::label);
    var news = names.stream().filter(issue.labels::add).toList();
    var body = labels(asked, issue.labels);
    if (news.isEmpty()) {
      return Reply.same(200, body, "found %s labelled %s".formatted(issue(asked), Text.and(names)));
    }
    issue.updatedAt = asked.at();
    return Reply.done(200, body, "labelled %s %s".formatted(issue(asked), quoted(news)));
  }

  private Reply replace(Asked asked) {
    var issue = world.issue(asked);
    var changed = Edits.labels(world.repository(asked), issue, asked.namesOrBody("labels"));
    var body = labels(asked, issue.labels);
    return changed
        ? Reply.done(200, body, "set the labels on %s".formatted(issue(asked)))
        : Reply.same(200, body, "found the labels on %s as asked".formatted(issue(asked)));
  }

  private Reply clear(Asked asked) {
    var issue = world.issue(asked);
    var sentence = "took all labels off " + issue(asked);
    var reply =
        issue.labels.isEmpty()
            ? Reply.same(204, Json.object(), sentence)
            : Reply.done(204, Json.object(), sentence);
    issue.labels.clear();
    return reply.empty();
  }

  private Reply remove(Asked asked) {
    var issue = world.issue(asked);
    if (!issue.labels.remove(asked.path("name"))) {
      throw Refusal.of(404, "Label does not exist");
    }
    issue.updatedAt = asked.at();
    return Reply.done(
        200,
        labels(asked, issue.labels),
        "took the label \"%s\" off %s".formatted(asked.path("name"), issue(asked)));
  }

  private Reply listAll(Asked asked) {
    var repository = world.repository(asked);
    return Reply.list(
        asked,
        labels(asked, repository.labels.keySet()),
        "listed the labels of " + repository.fullName());
  }

  private Reply create(Asked asked) {
    var name = asked.requiredText("name");
    Edits.requireLabel(name);
    var repository = world.repository(asked);
    if (repository.labels.containsKey(name)) {
      throw Refusal.validationFailed("Label", "name", "already_exists");
    }
    repository.labels.put(name, label(asked, Label.named(name)));
    return Reply.done(
        201,
        shape.label(repository, name),
        "created the label \"%s\" in %s".formatted(name, repository.fullName()));
  }

  private Reply get(Asked asked) {
    var label = existing(asked);
    return Reply.read(
        shape.label(world.repository(asked), label.name()),
        "read the label \"%s\"".formatted(label.name()));
  }

  private Reply edit(Asked asked) {
    var repository = world.repository(asked);
    var old = existing(asked);
    var name = asked.text("new_name").orElse(old.name());
    Edits.requireLabel(name);
    repository.labels.remove(old.name());
    repository.labels.put(name, label(asked, new Label(name, old.color(), old.description())));
    for (var issue : repository.issues.values()) {
      if (issue.labels.remove(old.name())) {
        issue.labels.add(name);
      }
    }
    return Reply.done(
        200, shape.label(repository, name), "edited the label \"%s\"".formatted(old.name()));
  }

  private Reply delete(Asked asked) {
    var repository = world.repository(asked);
    var label = existing(asked);
    repository.labels.remove(label.name());
    repository.issues.values().forEach(issue -> issue.labels.remove(label.name()));
    var sentence = "deleted the label \"%s\"".formatted(label.name());
    return Reply.done(204, Json.object(), sentence).empty();
  }

  private Label existing(Asked asked) {
    var label = world.repository(asked).labels.get(asked.path("name"));
    if (label == null) {
      throw Refusal.notFound();
    }
    return label;
  }

  private static Label label(Asked asked, Label otherwise) {
    return new Label(
        otherwise.name(),
        asked.text("color").orElse(otherwise.color()),
        asked.text("description").orElse(otherwise.description()));
  }

  private ArrayNode labels(Asked asked, Collection<String> names) {
    return Json.array(names, name -> shape.label(world.repository(asked), name));
  }

  private String issue(Asked asked) {
    return world.repository(asked).fullName() + "#" + world.issue(asked).number;
  }

  private static String quoted(Collection<String> names) {
    return Text.and(names.stream().map(name -> "\"" + name + "\"").toList());
  }
}
