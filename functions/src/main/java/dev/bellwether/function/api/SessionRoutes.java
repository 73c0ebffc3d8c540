package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.access.Permission;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Authentication.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Signs people in with a browser and out again, and tells them who they are.
final class SessionRoutes {
  private static final String PATH = "/v1/session";

  private final Authentication authentication;

  SessionRoutes(Authentication authentication) {
    this.authentication = authentication;
  }

  /// Lists those for everybody.
  List<Route> open() {
    return List.of(
        Route.of(
            "POST",
            PATH,
            Needs.NOTHING,
            (request, none) -> Document.in(request, document -> begin(request, document))),
        Route.of("DELETE", PATH, Needs.NOTHING, (request, none) -> end(request)));
  }

  /// Lists those for whoever was let in.
  List<Route> closed() {
    return List.of(Route.of("GET", PATH, Needs.NOTHING, (request, none) -> show(request)));
  }

  private APIGatewayV2HTTPResponse begin(ApiRequest request, JsonNode document) {
    var token = document.path("token").asText("").strip();
    if (token.isEmpty()) {
      return Answer.problem(400, "No token", "Send {\"token\": \"…\"}");
    }
    return switch (authentication.of(token)) {
      case Verdict.Out(var answer) -> answer;
      case Verdict.In(var principal) -> {
        var session = new Session(token);
        var body = json(principal).put("csrf_token", session.csrfToken());
        var answer = Answer.json(201, body);
        answer.setCookies(List.of(session.cookie(request)));
        yield answer;
      }
    };
  }

  private static APIGatewayV2HTTPResponse end(ApiRequest request) {
    var answer = Answer.nothing();
    answer.setCookies(List.of(Session.end(request)));
    return answer;
  }

  private static APIGatewayV2HTTPResponse show(ApiRequest request) {
    var body = json(request.principal());
    Session.of(request).ifPresent(session -> body.put("csrf_token", session.csrfToken()));
    return Answer.json(200, body);
  }

  private static ObjectNode json(Principal principal) {
    var json = Json.object().put("id", principal.id()).put("name", principal.name());
    json.put("role", principal.role().wireName());
    var may = json.putArray("may");
    Arrays.stream(Permission.values())
        .filter(principal::may)
        .map(permission -> permission.name().toLowerCase(Locale.ROOT))
        .forEach(may::add);
    var repositories = json.putArray("repositories");
    principal.repositories().forEach(repositories::add);
    return json;
  }
}
