package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.function.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Serves the dashboard's files from the class path; they hold nothing secret and need no token.
///
/// The policy lets the page load and call only its own origin, run no script but its files, and be
/// framed by nobody, so that a hostile title that slipped through could still do nothing.
final class Dashboard {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final Pattern ASSET = Pattern.compile("[a-z0-9-]{1,64}\\.(js|css|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/", Needs.NOTHING, (request, none) -> file("index.html")),
        Route.of("GET", "/assets/{}", Needs.NOTHING, (request, name) -> asset(name)));
  }

  private static APIGatewayV2HTTPResponse asset(String name) {
    return ASSET.matcher(name).matches() ? file("assets/" + name) : missing();
  }

  private static APIGatewayV2HTTPResponse file(String name) {
    try (var in = Dashboard.class.getResourceAsStream("/dashboard/" + name)) {
      if (in == null) {
        return missing();
      }
      return APIGatewayV2HTTPResponse.builder()
          .withStatusCode(200)
          .withHeaders(headers(name))
          .withBody(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .build();
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "The dashboard's file %s cannot be read".formatted(name), broken);
    }
  }

  private static Map<String, String> headers(String name) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    headers.put("content-security-policy", POLICY);
    headers.put("x-content-type-options", "nosniff");
    headers.put("referrer-policy", "no-referrer");
    headers.put("cache-control", "no-cache");
    return headers;
  }

  private static APIGatewayV2HTTPResponse missing() {
    return Answer.problem(404, "Not found", "The dashboard has no such file");
  }
}
