package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Optional;

/// One thing the API answers.
///
/// @param pattern the path between its slashes; `{}` stands for any one that is not blank
record Route(String method, List<String> pattern, Endpoint endpoint) {
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

  Route {
    pattern = List.copyOf(pattern);
  }

  /// A route by its method and path, such as `GET /v1/workflows/{}`.
  static Route of(String method, String path, Endpoint endpoint) {
    return new Route(method, List.of(path.substring(1).split("/", -1)), endpoint);
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
