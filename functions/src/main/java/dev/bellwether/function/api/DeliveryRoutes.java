package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.DeliveryJson;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.ReplayDelivery;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.Part;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Shows the webhooks that came and what was decided about each, briefly in lists, one by one with
/// explanations; and lets one meet the workflows of today.
final class DeliveryRoutes {
  private static final String ALL = "/v1/deliveries";
  private static final String ONE = ALL + "/{}";

  private final DeliveryStore deliveries;
  private final ReplayDelivery replay;
  private final InstantSource clock;

  DeliveryRoutes(DeliveryStore deliveries, ReplayDelivery replay, InstantSource clock) {
    this.deliveries = deliveries;
    this.replay = replay;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ, (request, none) -> list(request)),
        about(Route.of("GET", ONE, Needs.READ, (request, id) -> show(id))),
        about(Route.of("POST", ONE + "/replay", Needs.STEER, (request, id) -> replay(id))));
  }

  private Route about(Route route) {
    return route.about(id -> deliveries.find(id).flatMap(Delivery::repository));
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    return switch (SubjectFilter.of(request)) {
      case SubjectFilter.Wrong(var detail) -> Page.refused(detail);
      case SubjectFilter.Asked(var repository, var subject) ->
          Page.newest(
              request,
              SubjectFilter.PARAMETERS,
              subject.isEmpty()
                  ? Part.newest(clock.instant(), PageQuery.STANDARD)
                  : Part.newestEver(PageQuery.STANDARD),
              part ->
                  subject
                      .map(one -> deliveries.listAbout(one, part))
                      .orElseGet(() -> deliveries.list(part)),
              new Shown<>(
                  one -> isIn(repository, one) && one.isSeenBy(request.principal()),
                  DeliveryRoutes::brief));
    };
  }

  private static boolean isIn(Optional<String> repository, Delivery delivery) {
    return repository.isEmpty() || repository.equals(delivery.repository());
  }

  private APIGatewayV2HTTPResponse show(String id) {
    return deliveries
        .find(id)
        .map(delivery -> Answer.json(200, DeliveryJson.write(delivery)))
        .orElseGet(DeliveryRoutes::missing);
  }

  private APIGatewayV2HTTPResponse replay(String id) {
    return switch (replay.of(id, clock.instant())) {
      case ReplayDelivery.Result.Decided(var outcome) -> Answer.json(202, json(outcome));
      case ReplayDelivery.Result.Nothing nothing ->
          Answer.problem(
              422, "Nothing to replay", "The delivery is about nothing that workflows listen to");
      case ReplayDelivery.Result.Missing missing -> missing();
    };
  }

  private static ObjectNode json(StartWorkflows.Result outcome) {
    var json = Json.object();
    put(json.putArray("started"), outcome.started());
    put(json.putArray("known"), outcome.known());
    var decisions = json.putArray("decisions");
    outcome.decisions().forEach(decision -> decisions.add(DeliveryJson.write(decision)));
    return json;
  }

  private static void put(ArrayNode json, List<ExecutionId> ids) {
    ids.forEach(id -> json.add(id.value()));
  }

  /// Leaves the facts and the explanations out.
  private static ObjectNode brief(Delivery delivery) {
    var json = DeliveryJson.write(delivery);
    json.remove("facts");
    for (var decision : json.required("decisions")) {
      ((ObjectNode) decision).remove("explanation");
    }
    return json;
  }

  private static APIGatewayV2HTTPResponse missing() {
    return Router.notFound("No delivery has this id; they are kept for 90 days");
  }
}
