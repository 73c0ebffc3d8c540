package dev.bellwether.local.sandbox;

import java.util.ArrayDeque;
import java.util.List;

/// Answers for the statuses of commits; the client library lists them by the path of old, which
/// GitHub still serves and no longer describes.
///
/// See <https://docs.github.com/en/rest/commits/statuses>.
final class StatusRoutes {
  private static final List<String> STATES = List.of("error", "failure", "pending", "success");
  private static final int LONGEST_DESCRIPTION = 140;

  private final World world;
  private final RepositoryJson shape;

  StatusRoutes(World world, Links links) {
    this.world = world;
    this.shape = new RepositoryJson(links);
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", "/repos/{owner}/{repo}/statuses/{sha}", this::create),
        Route.of("GET", "/repos/{owner}/{repo}/statuses/{ref+}", this::list),
        Route.of("GET", "/repos/{owner}/{repo}/commits/{ref+}/statuses", this::list),
        Route.of("GET", "/repos/{owner}/{repo}/commits/{ref+}/status", this::combined));
  }

  private Reply create(Asked asked) {
    var sha = asked.path("sha");
    asked.requiredText("state");
    var state = asked.oneOf("state", STATES).orElseThrow();
    var description = asked.text("description").orElse("");
    if (!sha.matches("[0-9a-f]{40}")) {
      throw Refusal.of(422, "No commit found for SHA: " + sha);
    }
    if (description.length() > LONGEST_DESCRIPTION) {
      throw Refusal.validationFailed("Status", "description", "invalid");
    }
    var repository = world.repository(asked);
    var context = asked.text("context").orElse("default");
    var status =
        new Status(
            world.nextId(),
            state,
            context,
            description,
            asked.text("target_url").orElse(""),
            asked.at());
    repository.statuses.computeIfAbsent(sha, unknown -> new ArrayDeque<>()).addFirst(status);
    return Reply.done(
        201,
        shape.status(repository, sha, status),
        "set the status %s of %s@%.7s to %s".formatted(context, repository.fullName(), sha, state));
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    var sha = repository.resolve(asked.path("ref"));
    return Reply.list(
        asked,
        Json.array(repository.statuses(sha), status -> shape.status(repository, sha, status)),
        "listed the statuses of %s@%.7s".formatted(repository.fullName(), sha));
  }

  private Reply combined(Asked asked) {
    var repository = world.repository(asked);
    var sha = repository.resolve(asked.path("ref"));
    return Reply.read(
        shape.combined(repository, sha, repository.currentStatuses(sha).values()),
        "read the combined status of %s@%.7s".formatted(repository.fullName(), sha));
  }
}
