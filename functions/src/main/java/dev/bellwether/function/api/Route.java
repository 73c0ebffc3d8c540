package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One thing the API answers.
///
/// @param pattern the path between its slashes; `{}` stands for any one that is not blank
/// @param needs what is asked of whoever calls it: there is no route without
/// @param owner says who sees what it is about
record Route(String method, List<String> pattern, Needs needs, Endpoint endpoint, Owner owner) {
  private static final String ANY = "{}";

  /// Longer than any name or id we know of; far shorter than a table's key may be.
  private static final int LONGEST_ARGUMENT = 256;

  /// Answers a request.
  @FunctionalInterface
  interface Endpoint {
    /// @param argument what stood where the pattern has `{}`, the last where it has several; empty
    ///   when it has none
    APIGatewayV2HTTPResponse answer(ApiRequest request, String argument);
  }

  /// Tells whether somebody who is limited to repositories sees something.
  @FunctionalInterface
  interface Owner {
    /// @param argument what stood where the pattern has `{}`
    boolean isSeenBy(ApiRequest request, String argument);
  }

  Route {
    pattern = List.copyOf(pattern);
  }

  /// A route by its method and path, such as `GET /v1/workflows/{}`.
  static Route of(String method, String path, Needs needs, Endpoint endpoint) {
    var pattern = List.of(path.substring(1).split("/", -1));
    return new Route(method, pattern, needs, endpoint, (request, argument) -> true);
  }

  /// Copies the route as one about things that belong to repositories: to who does not see the
  /// repository there is no such thing.
  ///
  /// @param repository finds the one that something belongs to, by its id
  Route about(Function<String, Optional<String>> repository) {
    Owner seen = (request, id) -> repository.apply(id).filter(request::sees).isPresent();
    return new Route(method, pattern, needs, endpoint, seen);
  }

  /// Writes the pattern as a path.
  String path() {
    return "/" + String.join("/", pattern);
  }

  /// Matches a path, whatever the method.
  ///
  /// @return the last argument, empty when the pattern has none; nothing when the path is another
  Optional<String> match(List<String> segments) {
    if (segments.size() != pattern.size()) {
      return Optional.empty();
    }
    var argument = "";
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (pattern.get(i).equals(ANY) && isArgument(segment)) {
        argument = segment;
      } else if (!pattern.get(i).equals(segment)) {
        return Optional.empty();
      }
    }
    return Optional.of(argument);
  }

  private static boolean isArgument(String segment) {
    return !segment.isBlank() && segment.length() <= LONGEST_ARGUMENT;
  }
}
