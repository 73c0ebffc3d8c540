package dev.bellwether.local.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Answers for issues, of which pull requests are some.
///
/// See <https://docs.github.com/en/rest/issues/issues>.
final class IssueRoutes {
  private static final String ISSUES = "/repos/{owner}/{repo}/issues";
  private static final String ISSUE = ISSUES + "/{number}";

  private final World world;
  private final IssueJson shape;

  IssueRoutes(World world, Links links) {
    this.world = world;
    this.shape = new IssueJson(links);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ISSUES, this::list),
        Route.of("POST", ISSUES, this::open),
        Route.of("GET", ISSUE, this::get),
        Route.of("PATCH", ISSUE, this::edit),
        Route.of("POST", ISSUE + "/assignees", this::assign),
        Route.of("DELETE", ISSUE + "/assignees", this::unassign));
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    var found =
        repository.issues.values().stream()
            .filter(inState(asked.query("state", "open")))
            .filter(labelled(asked.query("labels", "")))
            .filter(by(asked.query("creator", "")))
            .filter(since(asked.query("since", "")))
            .sorted(order(asked))
            .toList();
    return Reply.list(
        asked,
        Json.array(found, issue -> shape.issue(repository, issue)),
        "listed the issues of " + repository.fullName());
  }

  private Reply open(Asked asked) {
    var title = asked.requiredText("title");
    asked.names("labels").forEach(Edits::requireLabel);
    var repository = world.repository(asked);
    var issue = repository.open(title, asked.at());
    Edits.body(issue, asked);
    Edits.labels(repository, issue, asked);
    Edits.assignees(issue, asked);
    return Reply.done(
        201,
        shape.issue(repository, issue),
        "opened %s \"%s\"".formatted(name(asked, issue), title));
  }

  private Reply get(Asked asked) {
    var issue = world.issue(asked);
    return Reply.read(shape.issue(world.repository(asked), issue), "read " + name(asked, issue));
  }

  private Reply edit(Asked asked) {
    var repository = world.repository(asked);
    var issue = world.issue(asked);
    var state = asked.oneOf("state", List.of("open", "closed"));
    var reason = asked.text("state_reason");
    asked.names("labels").forEach(Edits::requireLabel);
    var moved = state.isPresent() && issue.moveTo(state.get(), asked.at());
    if (moved && reason.isPresent()) {
      issue.stateReason = reason.get();
    }
    var edited = Edits.title(issue, asked);
    edited |= Edits.body(issue, asked);
    edited |= Edits.labels(repository, issue, asked);
    edited |= Edits.assignees(issue, asked);
    edited |= Edits.milestone(repository, issue, asked);
    if (!moved && !edited) {
      return Reply.same(
          200, shape.issue(repository, issue), "left " + name(asked, issue) + " as it was");
    }
    issue.updatedAt = asked.at();
    var verb = !moved ? "edited" : issue.state.equals("closed") ? "closed" : "reopened";
    return Reply.done(200, shape.issue(repository, issue), verb + " " + name(asked, issue));
  }

  private Reply assign(Asked asked) {
    var issue = world.issue(asked);
    var news = asked.names("assignees").stream().filter(issue.assignees::add).toList();
    var body = shape.issue(world.repository(asked), issue);
    return news.isEmpty()
        ? Reply.same(201, body, "assigned nobody new to " + name(asked, issue))
        : Reply.done(201, body, "assigned %s to %s".formatted(Text.and(news), name(asked, issue)));
  }

  private Reply unassign(Asked asked) {
    var issue = world.issue(asked);
    var gone = asked.names("assignees").stream().filter(issue.assignees::remove).toList();
    var body = shape.issue(world.repository(asked), issue);
    return gone.isEmpty()
        ? Reply.same(200, body, "unassigned nobody from " + name(asked, issue))
        : Reply.done(
            200, body, "unassigned %s from %s".formatted(Text.and(gone), name(asked, issue)));
  }

  private String name(Asked asked, Issue issue) {
    return world.repository(asked).fullName() + "#" + issue.number;
  }

  private static Predicate<Issue> inState(String state) {
    return issue -> state.equals("all") || issue.state.equals(state);
  }

  private static Predicate<Issue> labelled(String names) {
    return issue ->
        names.isEmpty() || issue.labels.containsAll(Arrays.asList(names.split(",", -1)));
  }

  private static Predicate<Issue> by(String creator) {
    return issue -> creator.isEmpty() || issue.isAuthor(creator);
  }

  private static Predicate<Issue> since(String text) {
    if (text.isEmpty()) {
      return issue -> true;
    }
    try {
      var since = Instant.parse(text);
      return issue -> !issue.updatedAt.isBefore(since);
    } catch (DateTimeException e) {
      throw Refusal.invalidRequest("\"since\" is not a time.");
    }
  }

  private static Comparator<Issue> order(Asked asked) {
    Function<Issue, Instant> key =
        asked.query("sort", "created").equals("updated")
            ? issue -> issue.updatedAt
            : issue -> issue.createdAt;
    var ascending = Comparator.comparing(key).thenComparingInt(issue -> issue.number);
    return asked.query("direction", "desc").equals("asc") ? ascending : ascending.reversed();
  }
}
