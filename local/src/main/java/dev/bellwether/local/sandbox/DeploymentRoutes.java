package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Answers for deployments. See <https://docs.github.com/en/rest/deployments/deployments>.
final class DeploymentRoutes {
  private static final String DEPLOYMENTS = "/repos/{owner}/{repo}/deployments";

  private final World world;
  private final Links links;

  DeploymentRoutes(World world, Links links) {
    this.world = world;
    this.links = links;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", DEPLOYMENTS, this::create), Route.of("GET", DEPLOYMENTS, this::list));
  }

  private Reply create(Asked asked) {
    var repository = world.repository(asked);
    var ref = asked.requiredText("ref");
    var environment = asked.text("environment").orElse("production");
    if (!repository.code.has(ref)) {
      throw Refusal.of(422, "No ref found for: " + ref);
    }
    var id = world.nextId();
    var json =
        Json.object()
            .put("id", id)
            .put("url", links.repository(repository) + "/deployments/" + id)
            .put("sha", repository.resolve(ref))
            .put("ref", ref)
            .put("task", "deploy")
            .put("environment", environment)
            .put("description", asked.text("description").orElse(""))
            .put("created_at", Text.time(asked.at()))
            .put("updated_at", Text.time(asked.at()));
    json.set("payload", asked.body().path("payload"));
    json.set("creator", links.user(World.SELF));
    repository.code.deployments.put(id, json);
    return Reply.done(
        201,
        json.deepCopy(),
        "created the deployment of %s of %s to %s"
            .formatted(ref, repository.fullName(), environment));
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    var deployments =
        repository.code.deployments.descendingMap().values().stream()
            .filter(one -> isWanted(asked, one, "environment") && isWanted(asked, one, "ref"))
            .toList();
    return Reply.list(
        asked,
        Json.array(deployments, ObjectNode::deepCopy),
        "listed the deployments of " + repository.fullName());
  }

  private static boolean isWanted(Asked asked, ObjectNode deployment, String key) {
    var value = deployment.path(key).asText();
    return asked.query(key, value).equals(value);
  }
}
