package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.function.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Finds the route of a request, the first that matches; 404 and 405 are its own.
final class Router {
  private final List<Route> routes;
  private final List<Around> around;

  Router(List<Route> routes) {
    this(routes, List.of());
  }

  /// @param around what every answer goes through, the outermost first
  Router(List<Route> routes, List<Around> around) {
    this.routes = List.copyOf(routes);
    this.around = List.copyOf(around);
  }

  List<Route> routes() {
    return routes;
  }

  /// Something that is done around answering.
  interface Around {
    /// @param endpoint answers, when it is asked to
    APIGatewayV2HTTPResponse answer(
        Route route, ApiRequest request, Supplier<APIGatewayV2HTTPResponse> endpoint);
  }

  /// Answers a request.
  APIGatewayV2HTTPResponse answer(ApiRequest request) {
    for (var route : routes) {
      var argument = route.match(request.segments());
      if (argument.isPresent() && route.method().equals(request.method())) {
        return answer(route, request, argument.get());
      }
    }
    var methods =
        routes.stream()
            .filter(route -> route.match(request.segments()).isPresent())
            .map(Route::method)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return methods.isEmpty()
        ? notFound("Nothing is at this path")
        : Answer.problem(
            405, "Method not allowed", "This path takes " + methods, Map.of("Allow", methods));
  }

  /// Tells whether it has a route for a request.
  boolean takes(ApiRequest request) {
    return routes.stream()
        .anyMatch(
            route ->
                route.method().equals(request.method())
                    && route.match(request.segments()).isPresent());
  }

  /// Shows what is at a path to ourselves; nothing where nothing can be seen there.
  Optional<APIGatewayV2HTTPResponse> shows(List<String> path) {
    return Optional.of(ApiRequest.get(path, Map.of()).by(Principal.ROOT))
        .filter(this::takes)
        .map(this::answer);
  }

  private APIGatewayV2HTTPResponse answer(Route route, ApiRequest request, String argument) {
    var refusal = route.needs().refusal(request.principal());
    if (refusal.isPresent()) {
      return Answer.problem(403, "Forbidden", refusal.get());
    }
    return request.principal().isLimited() && !route.owner().isSeenBy(request, argument)
        ? notFound("There is no such thing, or it belongs to a repository you do not see")
        : through(0, route, request, argument);
  }

  private APIGatewayV2HTTPResponse through(
      int layer, Route route, ApiRequest request, String argument) {
    return layer == around.size()
        ? route.endpoint().answer(request, argument)
        : around
            .get(layer)
            .answer(route, request, () -> through(layer + 1, route, request, argument));
  }

  /// Answers that something is not there.
  static APIGatewayV2HTTPResponse notFound(String detail) {
    return Answer.problem(404, "Not found", detail);
  }
}
