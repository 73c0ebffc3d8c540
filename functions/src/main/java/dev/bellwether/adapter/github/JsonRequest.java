package dev.bellwether.adapter.github;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnectorRequest;

/// A request of our own, in the shape that the library's connector carries.
///
/// @param content JSON; empty for none
record JsonRequest(String method, URL url, String token, String content)
    implements GitHubConnectorRequest {
  private static final String JSON = "application/json";

  @Override
  public Map<String, List<String>> allHeaders() {
    var accept = List.of("application/vnd.github+json");
    var authorization = List.of("Bearer " + token);
    return hasBody()
        ? Map.of("Accept", accept, "Authorization", authorization, "Content-Type", List.of(JSON))
        : Map.of("Accept", accept, "Authorization", authorization);
  }

  @Override
  public @Nullable String header(String name) {
    return Optional.ofNullable(allHeaders().get(name)).map(List::getFirst).orElse(null);
  }

  @Override
  public @Nullable String contentType() {
    return header("Content-Type");
  }

  @Override
  public InputStream body() {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean hasBody() {
    return !content.isEmpty();
  }

  /// Leaves the token out.
  @Override
  public String toString() {
    return method + " " + url.getPath();
  }
}
