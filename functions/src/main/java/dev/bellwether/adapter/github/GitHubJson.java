package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kohsuke.github.connector.GitHubConnector;

/// Talks plain JSON with GitHub about one repository, over the same connector as the library.
///
/// Whatever is refused leaves as [Refused].
final class GitHubJson {
  private static final int PAGE = 100;
  private static final Duration UNNAMED_LIMIT = Duration.ofMinutes(1);

  private final GitHubConnector connector;
  private final String apiUrl;
  private final String repository;
  private final String token;

  GitHubJson(GitHubConnector connector, String apiUrl, String repository, String token) {
    this.connector = connector;
    this.apiUrl = apiUrl;
    this.repository = repository;
    this.token = token;
  }

  /// Makes a part of a path of a name; slashes stay.
  static String part(String name) {
    return Arrays.stream(name.split("/", -1))
        .map(piece -> URLEncoder.encode(piece, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  /// Makes one segment of a path of a name.
  static String segment(String name) {
    return part(name).replace("/", "%2F");
  }

  String owner() {
    return repository.substring(0, repository.indexOf('/'));
  }

  String name() {
    return repository.substring(repository.indexOf('/') + 1);
  }

  /// Reads what is below the repository.
  ///
  /// @param path empty for the repository itself, or `/branches/main`
  JsonNode get(String path) throws IOException {
    return send("GET", path, "");
  }

  /// Reads what may not be there.
  Optional<JsonNode> find(String path) throws IOException {
    try {
      return Optional.of(get(path));
    } catch (Refused refused) {
      if (refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /// Writes; an answer without a body is a missing node.
  JsonNode send(String method, String path, JsonNode body) throws IOException {
    return send(method, path, body.toString());
  }

  /// Writes without a body.
  JsonNode send(String method, String path) throws IOException {
    return send(method, path, "");
  }

  /// Reads a list page by page, up to so many of it.
  ///
  /// @param key where the list is in the answer; empty where it is the answer
  List<JsonNode> list(String path, String key, int most) throws IOException {
    var all = new ArrayList<JsonNode>();
    var glue = path.contains("?") ? "&" : "?";
    for (int page = 1; all.size() < most; page++) {
      var answer = get("%s%sper_page=%d&page=%d".formatted(path, glue, PAGE, page));
      var items = key.isEmpty() ? answer : answer.path(key);
      items.forEach(all::add);
      if (items.size() < PAGE) {
        break;
      }
    }
    return all;
  }

  /// Asks by GraphQL: <https://docs.github.com/en/graphql>.
  ///
  /// @return what is under `data`
  /// @throws Refused when there are errors in the answer, which comes with status 200
  JsonNode graphQl(String query, Map<String, Object> variables) throws IOException {
    var body = Json.object().put("query", query);
    body.set("variables", Json.tree(variables));
    var answer = exchange("POST", graphQlUrl(), body.toString());
    var error = answer.path("errors").path(0);
    if (!error.isMissingNode()) {
      throw new Refused(200, failure(error));
    }
    return answer.path("data");
  }

  private static Failure failure(JsonNode error) {
    var type = error.path("type").asText("error").toLowerCase(Locale.ROOT);
    var reason = "GitHub answered to POST /graphql: " + error.path("message").asText();
    return type.equals("rate_limited")
        ? new Failure.Transient(type, reason, UNNAMED_LIMIT)
        : new Failure.Permanent("graphql_" + type, reason);
  }

  /// Beside the REST API; of a GitHub of one's own that is at `/api/v3`, at `/api/graphql`.
  private String graphQlUrl() {
    return apiUrl.endsWith("/v3")
        ? apiUrl.substring(0, apiUrl.length() - "/v3".length()) + "/graphql"
        : apiUrl + "/graphql";
  }

  private JsonNode send(String method, String path, String body) throws IOException {
    return exchange(method, apiUrl + "/repos/" + repository + path, body);
  }

  private JsonNode exchange(String method, String url, String body) throws IOException {
    var request = new JsonRequest(method, URI.create(url).toURL(), token, body);
    var answer = connector.send(request);
    if (answer.statusCode() >= 300) {
      throw new Refused(
          answer.statusCode(),
          new Failure.Permanent(
              "http_" + answer.statusCode(),
              "GitHub answered %d to %s: the repository was renamed or moved"
                  .formatted(answer.statusCode(), request)));
    }
    try (var content = answer.bodyStream()) {
      var bytes = content.readAllBytes();
      return bytes.length == 0 ? MissingNode.getInstance() : Json.read(bytes);
    }
  }
}
