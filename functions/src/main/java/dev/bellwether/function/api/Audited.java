package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.audit.Deed;
import dev.bellwether.function.api.Router.Around;
import dev.bellwether.usecase.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes down every change that is made through the API: who made it, and how what they changed
/// was before it and is after, as the API itself shows it.
///
/// Written once the change is made; where that fails the answer is a failure, though the change is
/// made, and the log of the function has it.
final class Audited implements Around {
  /// What shows a token to its maker, and to nobody else.
  private static final String SECRET = "token";

  /// Of anything larger its size is written down.
  private static final int MOST_BYTES = 64 * 1024;

  private final Router shown;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// @param shown answers what something is like
  Audited(Router shown, AuditTrail trail, InstantSource clock) {
    this.shown = shown;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public APIGatewayV2HTTPResponse answer(
      Route route, ApiRequest request, Supplier<APIGatewayV2HTTPResponse> endpoint) {
    if (!route.needs().isWrittenDown(route.method())) {
      return endpoint.get();
    }
    var before = changed(route, request);
    var answer = endpoint.get();
    if (answer.getStatusCode() < 300) {
      var after = changed(route, request);
      var known = after.equals(before) ? Optional.ofNullable(answer.getBody()) : after;
      record(route, request, before, known);
    }
    return answer;
  }

  private void record(
      Route route, ApiRequest request, Optional<String> before, Optional<String> after) {
    var now = clock.instant();
    trail.record(
        new Deed(
            now,
            request.principal().id(),
            request.principal().name(),
            route.method() + " " + route.path(),
            target(request),
            fitting(before),
            fitting(after),
            request.requestId()),
        now);
  }

  private static String target(ApiRequest request) {
    var query = new TreeMap<>(request.query()).toString();
    return request.query().isEmpty() ? request.path() : request.path() + " " + query;
  }

  /// Shows what a request changes: what is at its own path, or of a verb such as `…/cancel` the
  /// thing that it is done to.
  private Optional<String> changed(Route route, ApiRequest request) {
    var isVerb = route.method().equals("POST");
    var path = request.segments();
    return shown
        .shows(isVerb ? path.subList(0, path.size() - 1) : path)
        .filter(answer -> answer.getStatusCode() == 200)
        .map(answer -> Objects.toString(answer.getBody()));
  }

  private static @Nullable String fitting(Optional<String> json) {
    return json.map(Audited::withoutSecrets)
        .map(
            text -> {
              var bytes = text.getBytes(StandardCharsets.UTF_8).length;
              return bytes <= MOST_BYTES ? text : Json.object().put("bytes", bytes).toString();
            })
        .orElse(null);
  }

  private static String withoutSecrets(String text) {
    var json = Json.read(text);
    if (json instanceof ObjectNode object) {
      object.remove(List.of(SECRET));
    }
    return Json.write(json);
  }
}
