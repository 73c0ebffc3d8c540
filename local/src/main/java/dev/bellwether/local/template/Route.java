package dev.bellwether.local.template;

/// A route of the HTTP API.
///
/// @param method upper case, or `ANY`
/// @param path with `{name}` and a last `{name+}`; `/$default` catches what no other route does
/// @param function the logical id of the function
public record Route(String method, String path, String function) {
  /// The key under which a function sees the route: `ANY /v1/{proxy+}`.
  public String key() {
    return path.equals("/$default") ? "$default" : method + " " + path;
  }
}
