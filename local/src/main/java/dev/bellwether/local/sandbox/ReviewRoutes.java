package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Answers for what a pull request consists of: its reviews, its files, its commit.
///
/// Its files are those that pushes to its branch are known to have touched, or `README.md`. It has
/// one commit, which is its author's, and verified.
///
/// See <https://docs.github.com/en/rest/pulls/reviews> and <https://docs.github.com/en/rest/pulls>.
final class ReviewRoutes {
  private static final String PULL = "/repos/{owner}/{repo}/pulls/{number}";
  private static final String REVIEWS = PULL + "/reviews";
  private static final Map<String, String> STATES =
      Map.of(
          "APPROVE", "APPROVED",
          "REQUEST_CHANGES", "CHANGES_REQUESTED",
          "COMMENT", "COMMENTED");

  private static final List<String> STATES_TO_DISMISS = List.of("APPROVED", "CHANGES_REQUESTED");

  private final World world;
  private final Links links;

  ReviewRoutes(World world, Links links) {
    this.world = world;
    this.links = links;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", REVIEWS, this::list),
        Route.of("POST", REVIEWS, this::create),
        Route.of("PUT", REVIEWS + "/{id}/dismissals", this::dismiss),
        Route.of("GET", PULL + "/files", this::files),
        Route.of("GET", PULL + "/commits", this::commits));
  }

  static List<String> filesOf(Repository repository, Issue pull) {
    var files = repository.code.filesOf(pull.head);
    return files.isEmpty() ? List.of("README.md") : List.copyOf(new TreeSet<>(files));
  }

  private Reply list(Asked asked) {
    return Reply.list(
        asked,
        Json.array(world.pull(asked).reviews.values(), this::json),
        "listed the reviews of " + name(asked));
  }

  private Reply create(Asked asked) {
    var event =
        asked
            .oneOf("event", List.copyOf(STATES.keySet()))
            .orElseThrow(() -> Refusal.invalidRequest("\"event\" wasn't supplied."));
    var pull = world.pull(asked);
    if (!event.equals("COMMENT") && pull.isAuthor(World.SELF)) {
      throw Refusal.of(422, "Review Can not %s your own pull request".formatted(event));
    }
    var commit = asked.text("commit_id").orElseGet(() -> world.repository(asked).headSha(pull));
    var review =
        new Review(
            world.nextId(),
            World.SELF,
            STATES.getOrDefault(event, event),
            asked.text("body").orElse(""),
            commit,
            asked.at());
    pull.reviews.put(review.id(), review);
    return Reply.done(200, json(review), "reviewed %s: %s".formatted(name(asked), review.state()));
  }

  private Reply dismiss(Asked asked) {
    asked.requiredText("message");
    var pull = world.pull(asked);
    var review = pull.reviews.get(asked.number("id"));
    if (review == null) {
      throw Refusal.notFound();
    }
    if (!STATES_TO_DISMISS.contains(review.state())) {
      throw Refusal.of(422, "Can not dismiss a %s pull request review".formatted(review.state()));
    }
    var dismissed = review.dismissed();
    pull.reviews.put(review.id(), dismissed);
    return Reply.done(
        200,
        json(dismissed),
        "dismissed the review of %s on %s".formatted(review.author(), name(asked)));
  }

  private Reply files(Asked asked) {
    var files = filesOf(world.repository(asked), world.pull(asked));
    return Reply.list(
        asked, Json.array(files, ReviewRoutes::file), "listed the files of " + name(asked));
  }

  private static JsonNode file(String path) {
    return Json.object()
        .put("filename", path)
        .put("status", "modified")
        .put("additions", 10)
        .put("deletions", 2)
        .put("changes", 12);
  }

  private Reply commits(Asked asked) {
    var repository = world.repository(asked);
    var pull = world.pull(asked);
    var commit = new RepositoryJson(links).commit(repository, repository.headSha(pull));
    commit.set("author", links.user(pull.authorOrSomebody()));
    commit.withObject("/commit/verification").put("verified", true).put("reason", "valid");
    return Reply.list(asked, Json.array().add(commit), "listed the commits of " + name(asked));
  }

  private ObjectNode json(Review review) {
    var json =
        Json.object()
            .put("id", review.id())
            .put("state", review.state())
            .put("body", review.body())
            .put("commit_id", review.commit())
            .put("submitted_at", Text.time(review.at()));
    json.set("user", links.user(review.author()));
    return json;
  }

  private String name(Asked asked) {
    return world.repository(asked).fullName() + "#" + world.pull(asked).number;
  }
}
