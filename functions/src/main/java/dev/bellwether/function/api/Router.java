package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.function.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds the route of a request, the first that matches; 404 and 405 are its own.
final class Router {
  private final List<Route> routes;

  Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
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

  private static APIGatewayV2HTTPResponse answer(Route route, ApiRequest request, String argument) {
    var refusal = route.needs().refusal(request.principal());
    if (refusal.isPresent()) {
      return Answer.problem(403, "Forbidden", refusal.get());
    }
    return request.principal().isLimited() && !route.owner().isSeenBy(request, argument)
        ? notFound("There is no such thing, or it belongs to a repository you do not see")
        : route.endpoint().answer(request, argument);
  }

  /// Answers that something is not there.
  static APIGatewayV2HTTPResponse notFound(String detail) {
    return Answer.problem(404, "Not found", detail);
  }
}
