package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.port.DeadLetters;
import java.util.List;
import java.util.Map;

/// Shows how full the queues are, and gives what could not be done another try.
final class SystemRoutes {
  private static final String QUEUES = "/v1/system/queues";

  private final DeadLetters deadLetters;

  SystemRoutes(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", QUEUES, Needs.READ_ALL, (request, none) -> list()),
        Route.of(
            "POST", QUEUES + "/{}/redrive", Needs.STEER_ALL, (request, queue) -> redrive(queue)));
  }

  private APIGatewayV2HTTPResponse list() {
    return Page.of(deadLetters.depths().stream().map(SystemRoutes::json).toList());
  }

  private APIGatewayV2HTTPResponse redrive(String queue) {
    var moved = deadLetters.redrive(queue);
    return moved.isPresent()
        ? Answer.json(200, Map.of("queue", queue, "moved", moved.getAsInt()))
        : Router.notFound("No queue of this name has messages that can be given another try");
  }

  private static ObjectNode json(DeadLetters.Depth depth) {
    return Json.object()
        .put("queue", depth.queue())
        .put("waiting", depth.waiting())
        .put("in_flight", depth.inFlight())
        .put("dead", depth.dead())
        .put("redrivable", depth.isRedrivable());
  }
}
