package dev.bellwether.local.sandbox;

import java.util.List;

/// Answers for comments on issues and pull requests.
///
/// See <https://docs.github.com/en/rest/issues/comments>.
final class CommentRoutes {
  private static final String ON_ISSUE = "/repos/{owner}/{repo}/issues/{number}/comments";
  private static final String COMMENT = "/repos/{owner}/{repo}/issues/comments/{id}";
  private static final int LONGEST = 65_536;

  private final World world;
  private final IssueJson shape;

  CommentRoutes(World world, Links links) {
    this.world = world;
    this.shape = new IssueJson(links);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ON_ISSUE, this::list),
        Route.of("POST", ON_ISSUE, this::create),
        Route.of("GET", COMMENT, this::get),
        Route.of("PATCH", COMMENT, this::edit),
        Route.of("DELETE", COMMENT, this::delete));
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    var issue = world.issue(asked);
    return Reply.list(
        asked,
        Json.array(issue.comments.values(), one -> shape.comment(repository, issue, one)),
        "listed the comments on " + name(repository, issue));
  }

  private Reply create(Asked asked) {
    var text = body(asked);
    var repository = world.repository(asked);
    var issue = world.issue(asked);
    var at = asked.at();
    var comment =
        repository.comment(
            new Comment(world.nextId(), issue.number, World.SELF, text, at, at), issue);
    return Reply.done(
        201, shape.comment(repository, issue, comment), "commented on " + name(repository, issue));
  }

  private Reply get(Asked asked) {
    var repository = world.repository(asked);
    var issue = issue(asked);
    return Reply.read(
        shape.comment(repository, issue, comment(asked)),
        "read a comment on " + name(repository, issue));
  }

  private Reply edit(Asked asked) {
    var text = body(asked);
    var repository = world.repository(asked);
    var issue = issue(asked);
    var old = comment(asked);
    if (old.body().equals(text)) {
      return Reply.same(
          200,
          shape.comment(repository, issue, old),
          "left a comment on %s as it was".formatted(name(repository, issue)));
    }
    var edited = repository.comment(old.edited(text, asked.at()), issue);
    return Reply.done(
        200,
        shape.comment(repository, issue, edited),
        "edited a comment on " + name(repository, issue));
  }

  private Reply delete(Asked asked) {
    var issue = issue(asked);
    issue.comments.remove(asked.number("id"));
    var sentence = "deleted a comment on " + name(world.repository(asked), issue);
    return Reply.done(204, Json.object(), sentence).empty();
  }

  private static String body(Asked asked) {
    var text = asked.requiredText("body");
    if (text.isBlank()) {
      throw Refusal.validationFailed("IssueComment", "body", "missing_field");
    }
    if (text.length() > LONGEST) {
      throw Refusal.validationFailed("IssueComment", "body", "unprocessable");
    }
    return text;
  }

  private Issue issue(Asked asked) {
    return world.repository(asked).commented(asked.number("id")).orElseThrow(Refusal::notFound);
  }

  private Comment comment(Asked asked) {
    var comment = issue(asked).comments.get(asked.number("id"));
    if (comment == null) {
      throw Refusal.notFound();
    }
    return comment;
  }

  private static String name(Repository repository, Issue issue) {
    return repository.fullName() + "#" + issue.number;
  }
}
