package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Answers for milestones; they are numbered as they are made, and open.
///
/// See <https://docs.github.com/en/rest/issues/milestones>.
final class MilestoneRoutes {
  private static final String MILESTONES = "/repos/{owner}/{repo}/milestones";

  private final World world;

  MilestoneRoutes(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", MILESTONES, this::list), Route.of("POST", MILESTONES, this::create));
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    var titles = repository.milestones;
    var found = Json.array(titles, title -> json(titles.indexOf(title) + 1, title));
    return Reply.list(asked, found, "listed the milestones of " + repository.fullName());
  }

  private Reply create(Asked asked) {
    var title = asked.requiredText("title");
    var repository = world.repository(asked);
    repository.milestones.add(title);
    return Reply.done(
        201,
        json(repository.milestones.size(), title),
        "made the milestone \"%s\" in %s".formatted(title, repository.fullName()));
  }

  static ObjectNode json(int number, String title) {
    return Json.object().put("number", number).put("title", title).put("state", "open");
  }
}
