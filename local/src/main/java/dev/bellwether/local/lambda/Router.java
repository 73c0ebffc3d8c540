package dev.bellwether.local.lambda;

import dev.bellwether.local.template.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses the route of a request as an HTTP API does: the path with the most literal segments,
/// then the one that is not greedy, then the one that names the method; `$default` last.
final class Router {
  /// A route and what its variables stand for, decoded.
  record Match(Route route, Map<String, String> pathParameters) {}

  private final List<Route> routes;

  Router(List<Route> routes) {
    this.routes =
        routes.stream()
            .sorted(
                Comparator.comparing((Route route) -> route.path().equals("/$default"))
                    .thenComparing(Router::isGreedy)
                    .thenComparing(Router::literalSegments, Comparator.reverseOrder())
                    .thenComparing(route -> route.method().equals("ANY")))
            .toList();
  }

  Optional<Match> match(String method, String rawPath) {
    for (Route route : routes) {
      var parameters = route.path().equals("/$default") ? some(Map.of()) : match(route, rawPath);
      if (parameters.isPresent()
          && (route.method().equals("ANY") || route.method().equals(method))) {
        return Optional.of(new Match(route, parameters.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> match(Route route, String rawPath) {
    var wanted = segments(route.path());
    var given = segments(rawPath);
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 0; i < wanted.size(); i++) {
      var segment = wanted.get(i);
      if (segment.endsWith("+}") && i < given.size()) {
        var rest = String.join("/", given.subList(i, given.size()));
        parameters.put(segment.substring(1, segment.length() - 2), decode(rest));
        return some(parameters);
      }
      if (i >= given.size() || !matches(segment, given.get(i), parameters)) {
        return Optional.empty();
      }
    }
    return given.size() == wanted.size() ? some(parameters) : Optional.empty();
  }

  private static boolean matches(String wanted, String given, Map<String, String> parameters) {
    if (!wanted.startsWith("{")) {
      return wanted.equals(given);
    }
    parameters.put(wanted.substring(1, wanted.length() - 1), decode(given));
    return true;
  }

  private static Optional<Map<String, String>> some(Map<String, String> parameters) {
    return Optional.of(parameters);
  }

  /// Decodes `%20` but keeps `+`, which is a plain character in a path.
  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static List<String> segments(String path) {
    var segments = new ArrayList<>(List.of(path.split("/", -1)));
    segments.removeFirst();
    return segments;
  }

  private static boolean isGreedy(Route route) {
    return route.path().endsWith("+}");
  }

  private static long literalSegments(Route route) {
    return segments(route.path()).stream().filter(segment -> !segment.startsWith("{")).count();
  }
}
