package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.function.Answer;
import dev.bellwether.function.Lazy;
import dev.bellwether.usecase.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Serves the dashboard's files and its libraries' from the class path; they hold nothing secret
/// and need no token.
///
/// The policy lets the page load and call only its own origin, run no script but its files, make
/// markup of no text but Lit's templates, and be framed by nobody, so that a hostile title that
/// slipped through could still do nothing. The page's import map is the one thing inline; the
/// policy names it by its digest.
final class Dashboard {
  private static final String PAGE = "/dashboard/index.html";
  private static final Pattern ASSET = Pattern.compile("[a-z0-9-]{1,64}\\.(js|css|svg)");
  private static final Pattern INLINE =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  /// A version and a file, as in a Maven artifact of an npm package.
  private static final Pattern LIBRARY_VERSION = Pattern.compile("\\d{1,4}(\\.\\d{1,4}){2}");

  private static final Pattern LIBRARY_FILE =
      Pattern.compile("[A-Za-z][A-Za-z.-]{0,63}\\.(js|css)");

  /// The libraries that are served, each with where a version of it is and the folder in that.
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "lit", "/META-INF/resources/_static/lit/%s/",
          "lit-element", "/META-INF/resources/_static/lit-element/%s/",
          "lit-html", "/META-INF/resources/_static/lit-html/%s/",
          "reactive-element", "/META-INF/resources/_static/reactive-element/%s/",
          "uplot", "/META-INF/resources/webjars/uplot/%s/dist/");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Lazy<String> policy = new Lazy<>(Dashboard::policy);

  /// How long a browser may keep a file without asking again.
  private enum Keep {
    ASK("no-cache"),
    /// For what has its version in its address.
    FOR_GOOD("public, max-age=31536000, immutable");

    private final String control;

    Keep(String control) {
      this.control = control;
    }
  }

  List<Route> routes() {
    return List.of(
        open("/", (request, none) -> file(PAGE, Keep.ASK)),
        open("/assets/{}", (request, name) -> asset(name)),
        open(
            "/assets/lib/{}/{}/{}",
            (request, name) ->
                library(request.segments().get(2), request.segments().get(3), name)));
  }

  private static Route open(String path, Route.Endpoint endpoint) {
    return Route.of(
        "GET",
        path,
        Needs.NOTHING,
        (request, name) -> Compressed.of(request, endpoint.answer(request, name)));
  }

  private APIGatewayV2HTTPResponse asset(String name) {
    return ASSET.matcher(name).matches() ? file("/dashboard/assets/" + name, Keep.ASK) : missing();
  }

  private APIGatewayV2HTTPResponse library(String library, String version, String name) {
    var folder = LIBRARIES.get(library);
    return folder != null
            && LIBRARY_VERSION.matcher(version).matches()
            && LIBRARY_FILE.matcher(name).matches()
        ? file(folder.formatted(version) + name, Keep.FOR_GOOD)
        : missing();
  }

  private APIGatewayV2HTTPResponse file(String path, Keep keep) {
    return text(path)
        .map(
            body ->
                APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(headers(path, keep))
                    .withBody(body)
                    .build())
        .orElseGet(Dashboard::missing);
  }

  private Map<String, String> headers(String path, Keep keep) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
    headers.put("content-security-policy", policy.get());
    headers.put("x-content-type-options", "nosniff");
    headers.put("referrer-policy", "no-referrer");
    headers.put("cache-control", keep.control);
    return headers;
  }

  private static String policy() {
    var page = text(PAGE).orElseThrow(() -> new IllegalStateException("There is no " + PAGE));
    var inline = INLINE.matcher(page);
    if (!inline.find()) {
      throw new IllegalStateException(PAGE + " has no import map");
    }
    var digest = Base64.getEncoder().encodeToString(Sha256.of(inline.group(1)));
    return "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self';".formatted(digest)
        + " connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self';"
        + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";
  }

  private static Optional<String> text(String path) {
    try (var in = Dashboard.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "The dashboard's file %s cannot be read".formatted(path), broken);
    }
  }

  private static APIGatewayV2HTTPResponse missing() {
    return Answer.problem(404, "Not found", "The dashboard has no such file");
  }
}
