package dev.bellwether.local.sandbox;

import java.util.List;

/// Answers for who is in which team. See <https://docs.github.com/en/rest/teams/members>.
final class TeamRoutes {
  private static final String MEMBERSHIP =
      "/orgs/{organization}/teams/{team}/memberships/{username}";

  private final World world;

  TeamRoutes(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        Route.of("PUT", MEMBERSHIP, this::join), Route.of("GET", MEMBERSHIP, this::membership));
  }

  private Reply join(Asked asked) {
    var isNews = world.team(asked.path("organization"), asked.path("team")).add(user(asked));
    var sentence = "put %s into the team %s".formatted(user(asked), asked.path("team"));
    var body = Json.object().put("role", "member").put("state", "active");
    return isNews ? Reply.done(200, body, sentence) : Reply.same(200, body, sentence);
  }

  private Reply membership(Asked asked) {
    if (!world.team(asked.path("organization"), asked.path("team")).contains(user(asked))) {
      throw Refusal.notFound();
    }
    return Reply.read(
        Json.object().put("role", "member").put("state", "active"),
        "saw that %s is in the team %s".formatted(user(asked), asked.path("team")));
  }

  private static String user(Asked asked) {
    return asked.path("username");
  }
}
