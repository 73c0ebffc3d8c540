package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Fault;
import dev.bellwether.adapter.json.IncidentJson;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.SteeringReader;
import dev.bellwether.adapter.json.SteeringReader.IncidentSteering;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.SteerIncident;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.Part;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Shows incidents, and lets people acknowledge, snooze and resolve them.
///
/// A body may say who does (`by`), and for how long (`minutes`).
final class IncidentRoutes {
  private static final String ALL = "/v1/incidents";
  private static final String ONE = ALL + "/{}";
  private static final String STATE = "state";
  private static final String OPEN = "open";
  private static final String RESOLVED = "resolved";

  private final IncidentStore incidents;
  private final SteerIncident steer;
  private final InstantSource clock;

  IncidentRoutes(IncidentStore incidents, SteerIncident steer, InstantSource clock) {
    this.incidents = incidents;
    this.steer = steer;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ, (request, none) -> list(request)),
        about(Route.of("GET", ONE, Needs.READ, (request, key) -> answer(incidents.find(key)))),
        steering("/acknowledge", this::acknowledge),
        steering("/snooze", this::snooze),
        steering("/resolve", this::resolve));
  }

  private Route steering(
      String verb, BiFunction<String, IncidentSteering, Optional<Incident>> steering) {
    return about(
        Route.of(
            "POST",
            ONE + verb,
            Needs.STEER,
            (request, key) -> steered(request, said -> steering.apply(key, said))));
  }

  private Route about(Route route) {
    return route.about(key -> incidents.find(key).map(IncidentRoutes::repository));
  }

  private static String repository(Incident incident) {
    return incident.clock().subject().repository();
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    var state = request.query().getOrDefault(STATE, OPEN);
    if (!Set.of(OPEN, RESOLVED).contains(state)) {
      return Page.refused("state must be %s or %s".formatted(OPEN, RESOLVED));
    }
    return Page.newest(
        request,
        Set.of(STATE),
        Part.newestEver(PageQuery.STANDARD),
        part -> incidents.list(state.equals(RESOLVED), part),
        new Shown<>(incident -> request.sees(repository(incident)), IncidentJson::write));
  }

  private Optional<Incident> acknowledge(String key, IncidentSteering said) {
    var length = said.length().orElse(SteerIncident.ACKNOWLEDGED_FOR);
    return steer.acknowledge(key, said.by(), length, clock.instant());
  }

  private Optional<Incident> snooze(String key, IncidentSteering said) {
    var length = said.length().orElse(SteerIncident.ACKNOWLEDGED_FOR);
    return steer.snooze(key, said.by(), length, clock.instant());
  }

  private Optional<Incident> resolve(String key, IncidentSteering said) {
    return steer.resolve(key, said.by(), clock.instant());
  }

  private static APIGatewayV2HTTPResponse steered(
      ApiRequest request, Function<IncidentSteering, Optional<Incident>> steering) {
    return Document.in(request, document -> steered(request, document, steering));
  }

  private static APIGatewayV2HTTPResponse steered(
      ApiRequest request,
      JsonNode document,
      Function<IncidentSteering, Optional<Incident>> steering) {
    return switch (SteeringReader.incident(document, request.principal())) {
      case Reading.Accepted<IncidentSteering>(var said) -> answer(steering.apply(said));
      case Reading.Refused<IncidentSteering>(List<Fault> faults) ->
          Answer.invalid("Nothing was done", faults);
    };
  }

  private static APIGatewayV2HTTPResponse answer(Optional<Incident> incident) {
    return incident
        .map(found -> Answer.json(200, IncidentJson.write(found)))
        .orElseGet(() -> Router.notFound("No incident has this key"));
  }
}
