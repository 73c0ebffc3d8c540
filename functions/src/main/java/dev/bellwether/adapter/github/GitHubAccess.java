package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Failure;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Finds the token to use for a repository: the one we were given, or one for the App's
/// installation there, kept until shortly before it expires.
final class GitHubAccess {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final Supplier<String> apiUrl;
  private final Web web;
  private final Supplier<Map<String, String>> secret;
  private final InstantSource clock;

  /// By owner: an App is installed once for all repositories of an account.
  private final Map<String, Access> installations = new ConcurrentHashMap<>();

  /// Works on these.
  ///
  /// @param secret `token`, or `app_id` and `private_key`; asked at every use, so that it may
  ///   rotate
  GitHubAccess(
      Supplier<String> apiUrl, Web web, Supplier<Map<String, String>> secret, InstantSource clock) {
    this.apiUrl = apiUrl;
    this.web = web;
    this.secret = secret;
    this.clock = clock;
  }

  /// Finds the token.
  ///
  /// @throws Refused when there is none to be had
  Access to(String owner, String repository) {
    var given = secret.get();
    var token = given.getOrDefault("token", "");
    if (!token.isBlank()) {
      return Access.byToken(token);
    }
    var appId = given.getOrDefault("app_id", "");
    var key = given.getOrDefault("private_key", "");
    if (appId.isBlank() || key.isBlank()) {
      throw Refused.forGood(
          "No access to GitHub is set up: put token, or app_id and private_key, in the GitHub"
              + " secret");
    }
    var known = installations.get(owner);
    if (known != null && clock.instant().plus(MARGIN).isBefore(known.expiresAt())) {
      return known;
    }
    var access = install(AppKey.parse(appId, key).jwt(clock.instant()), owner, repository);
    installations.put(owner, access);
    return access;
  }

  /// Forgets the token for an owner: it was refused.
  void forget(String owner) {
    installations.remove(owner);
  }

  /// Finds whose personal token it is, which GitHub alone knows.
  ///
  /// @throws Refused when it does not say
  String ownerOf(String token) {
    var user = web.send(GitHubVendor.VENDOR, "GET /user", request(token, uri("/user")));
    return Json.read(user.body()).path("login").asText();
  }

  private Access install(String jwt, String owner, String repository) {
    var installation = find(jwt, "/repos/%s/%s/installation".formatted(owner, repository));
    var path = "/app/installations/%d/access_tokens".formatted(installation.path("id").asLong());
    var granted =
        Json.read(
            web.send(
                    GitHubVendor.VENDOR,
                    "POST " + path,
                    request(jwt, uri(path)).POST(BodyPublishers.noBody()))
                .body());
    return new Access(
        granted.path("token").asText(),
        installation.path("app_slug").asText() + "[bot]",
        Instant.parse(granted.path("expires_at").asText()));
  }

  /// GitHub redirects to where a repository went that was renamed or given away: followed once, and
  /// only to GitHub itself, for it takes our credential along.
  private JsonNode find(String jwt, String path) {
    var asked = "GET " + path;
    var answer = web.sendOrRedirect(GitHubVendor.VENDOR, asked, request(jwt, uri(path)));
    if (answer.statusCode() < 300) {
      return Json.read(answer.body());
    }
    var target = answer.headers().firstValue("Location").flatMap(to -> own(answer.uri(), to));
    if (target.isEmpty()) {
      throw new Refused(
          answer.statusCode(),
          new Failure.Permanent(
              "http_" + answer.statusCode(),
              "GitHub answered %d to %s: the repository was renamed or moved"
                  .formatted(answer.statusCode(), asked)));
    }
    return Json.read(web.send(GitHubVendor.VENDOR, asked, request(jwt, target.get())).body());
  }

  private static Optional<URI> own(URI from, String location) {
    try {
      var to = from.resolve(location);
      var isOwn =
          from.getScheme().equals(to.getScheme())
              && from.getRawAuthority().equals(to.getRawAuthority());
      return isOwn ? Optional.of(to) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private URI uri(String path) {
    return URI.create(apiUrl.get() + path);
  }

  private static HttpRequest.Builder request(String credential, URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Accept", "application/vnd.github+json")
        .header("Authorization", "Bearer " + credential);
  }
}
