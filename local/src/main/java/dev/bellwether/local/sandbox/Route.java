package dev.bellwether.local.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One operation of the REST API: a method, a path with placeholders, and what answers it.
record Route(String method, Pattern path, Handler handler) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(\\+?)}");

  /// Answers a call under the world's lock.
  interface Handler {
    /// Answers, or throws a [Refusal].
    Reply answer(Asked asked);
  }

  /// Makes a route.
  ///
  /// @param template `{name}` stands for one part of the path, `{name+}` for one or more
  static Route of(String method, String template, Handler handler) {
    var regex =
        PLACEHOLDER
            .matcher(template)
            .replaceAll(
                hole ->
                    "(?<" + hole.group(1) + ">" + (hole.group(2).isEmpty() ? "[^/]+" : ".+") + ")");
    return new Route(method, Pattern.compile(regex), handler);
  }

  /// Matches a request; what stands in the placeholders comes decoded.
  Optional<Map<String, String>> match(Request request) {
    var matcher = path.matcher(request.path());
    if (!method.equals(request.method()) || !matcher.matches()) {
      return Optional.empty();
    }
    var captured = new HashMap<String, String>();
    matcher
        .namedGroups()
        .keySet()
        .forEach(name -> captured.put(name, Text.decode(matcher.group(name))));
    return Optional.of(captured);
  }
}
