package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.AgentProfileJson;
import dev.bellwether.adapter.json.AgentStandJson;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.function.Answer;
import java.time.InstantSource;
import java.util.List;

/// Shows agents, takes their profiles, and their heartbeats.
final class AgentProfileRoutes {
  private static final String ALL = "/v1/agents";
  private static final String ONE = ALL + "/{}";

  /// What kind of agent one is that nobody has described.
  static final String UNKNOWN_TYPE = "unknown";

  private final Coordination coordination;
  private final InstantSource clock;

  AgentProfileRoutes(Coordination coordination, InstantSource clock) {
    this.coordination = coordination;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ_ALL, (request, none) -> list()),
        Route.of("GET", ONE, Needs.READ_ALL, (request, name) -> show(name)),
        Route.of(
            "PUT",
            ONE,
            Needs.WRITE,
            (request, name) -> Document.inEither(request, document -> save(name, document))),
        Route.of("POST", ONE + "/heartbeat", Needs.REPORT, this::heartbeat));
  }

  private APIGatewayV2HTTPResponse list() {
    return Page.of(
        coordination.workforce().at(clock.instant()).stream().map(AgentStandJson::write).toList());
  }

  private APIGatewayV2HTTPResponse show(String name) {
    return coordination
        .workforce()
        .find(name, clock.instant())
        .map(candidate -> Answer.json(200, AgentStandJson.write(candidate)))
        .orElseGet(() -> Router.notFound("No agent has this name"));
  }

  private APIGatewayV2HTTPResponse save(String name, JsonNode document) {
    return switch (AgentProfileJson.read(document, name)) {
      case Reading.Accepted<AgentProfile>(var profile) -> {
        var known = coordination.agents().find(name);
        var agent =
            known
                .map(k -> k.withProfile(profile))
                .orElseGet(() -> Agent.of(profile, clock.instant()));
        yield coordination.agents().save(agent)
            ? show(name)
            : Answer.problem(409, "Changed meanwhile", "The agent was just heard of: try again");
      }
      case Reading.Refused<AgentProfile>(var faults) ->
          Answer.invalid("The profile is not valid; nothing was saved", faults);
    };
  }

  private APIGatewayV2HTTPResponse heartbeat(ApiRequest request, String name) {
    if (!isItself(request.principal(), name)) {
      return notItself(request.principal());
    }
    coordination.noteSignOfLife().of(name, UNKNOWN_TYPE, Sign.HEARTBEAT, clock.instant());
    return Answer.nothing();
  }

  /// An agent speaks for itself only; who has every right, for all.
  static boolean isItself(Principal principal, String agent) {
    return principal.role() != Role.AGENT || principal.name().equals(agent);
  }

  static APIGatewayV2HTTPResponse notItself(Principal principal) {
    return Answer.problem(
        403, "Forbidden", "You speak for the agent %s only".formatted(principal.name()));
  }
}
