package dev.bellwether.function.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.RecordingContext;
import dev.bellwether.usecase.Sha256;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
  /// What a page or a script names: what it loads, and what its import map says names are.
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:src|href)=\"(/assets/[^\"]+)\"|\": \"(/assets/[^\"]+)\""
              + "|(?:from ?|import ?\\(?)\"(\\./[^\"]+)\"");

  private static final Pattern BARE_IMPORT =
      Pattern.compile("(?:from ?|import ?\\(?)\"([@a-z][^\"]*)\"");
  private static final Pattern INLINE =
      Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

  /// The scripts that the page's code names only in part, by the file of a page.
  private static final List<String> PAGES =
      Stream.of(
              "now executions execution workflows workflow new-workflow why deliveries sla"
                  + " violations incidents incident agents audit system")
          .flatMap(names -> Stream.of(names.split(" ")))
          .map("/assets/%s.js"::formatted)
          .toList();

  private static final int MOST_SENT = 80_000;
  private static final int MOST_WRITTEN = 105_000;

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/assets/app.js, text/javascript; charset=utf-8",
    "/assets/style.css, text/css; charset=utf-8",
    "/assets/bellwether.svg, image/svg+xml",
    "/assets/lib/lit/3.3.3/index.js, text/javascript; charset=utf-8",
    "/assets/lib/uplot/1.6.30/uPlot.min.css, text/css; charset=utf-8",
  })
  void a_file_is_served_to_everybody_as_what_it_is(String path, String type) {
    var answer = get(path);

    assertEquals(200, answer.getStatusCode());
    assertEquals(type, answer.getHeaders().get("content-type"));
    assertEquals("nosniff", answer.getHeaders().get("x-content-type-options"));
  }

  @Test
  void a_library_has_its_version_in_its_address_and_is_kept_for_good() {
    var library = get("/assets/lib/lit-html/3.3.3/lit-html.js").getHeaders();

    assertEquals("public, max-age=31536000, immutable", library.get("cache-control"));
    assertEquals("no-cache", get("/assets/app.js").getHeaders().get("cache-control"));
  }

  @Test
  void the_policy_lets_the_page_run_its_own_files_and_its_import_map_and_nothing_else() {
    var inline = INLINE.matcher(get("/").getBody());
    assertTrue(inline.find());
    var digest = Base64.getEncoder().encodeToString(Sha256.of(inline.group(1)));

    var policy = get("/").getHeaders().getOrDefault("content-security-policy", "");

    assertTrue(
        policy.startsWith(
            "default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self';"
                .formatted(digest)),
        policy);
    assertTrue(policy.contains("frame-ancestors 'none'"));
    assertTrue(policy.contains("require-trusted-types-for 'script'"));
    assertFalse(policy.contains("unsafe"));
  }

  @Test
  void the_page_has_nothing_inline_but_its_import_map() {
    var page = get("/").getBody();

    assertEquals(1, INLINE.matcher(page).results().count());
    assertTrue(page.contains("<script type=\"importmap\">"));
    assertFalse(Pattern.compile("<style|\\sstyle=|\\son\\w+=").matcher(page).find());
  }

  @Test
  void every_file_that_a_file_names_is_there() {
    var page = get("/").getBody();

    for (var file : files().entrySet()) {
      BARE_IMPORT
          .matcher(file.getValue())
          .results()
          .map(m -> m.group(1))
          .forEach(name -> assertTrue(page.contains("\"" + name + "\": "), file.getKey() + name));
    }

    PAGES.forEach(
        path -> assertTrue(get("/assets/routes.js").getBody().contains(file(path)), path));
    assertTrue(files().containsKey("/assets/explanation.js"));
    assertTrue(files().containsKey("/assets/lib/reactive-element/2.1.2/css-tag.js"));
  }

  @Test
  void no_file_of_ours_makes_markup_of_text() {
    var markup =
        Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|unsafeHTML| style=");

    ours().forEach((path, text) -> assertFalse(markup.matcher(text).find(), path));
  }

  @Test
  void a_file_is_sent_in_gzip_to_who_takes_it_so_and_as_it_is_to_others() throws Exception {
    var compressed = get("/assets/app.js", Map.of("accept-encoding", "br, gzip"));
    var plain = get("/assets/app.js");

    assertEquals("gzip", compressed.getHeaders().get("content-encoding"));
    assertEquals("accept-encoding", plain.getHeaders().get("vary"));
    assertFalse(plain.getHeaders().containsKey("content-encoding"));
    try (var text = new GZIPInputStream(new ByteArrayInputStream(sent(compressed)))) {
      assertEquals(plain.getBody(), new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void our_scripts_are_small() {
    var accepting = Map.of("accept-encoding", "gzip");
    var written = ours().values().stream().mapToInt(String::length).sum();
    var sent = ours().keySet().stream().mapToInt(p -> sent(get(p, accepting)).length).sum();

    assertTrue(sent < MOST_SENT, sent + " bytes as they are sent");
    assertTrue(written < MOST_WRITTEN, written + " characters as they are written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets/..%2Findex.html",
        "/assets/%2e%2e",
        "/assets/App.js",
        "/assets/app.js.map",
        "/assets/lib/lit/3.3.3/index.js.map",
        "/assets/lib/lit/3.3.4/index.js",
        "/assets/lib/lit/3.3.3/package.json",
        "/assets/lib/lit/../index.js",
        "/assets/lib/jackson/2.22.4/index.js",
        "/assets/",
        "/assets",
      })
  void nothing_else_is_served(String path) {
    assertEquals(404, get(path).getStatusCode());
  }

  private static String file(String path) {
    return "file: \"%s\"".formatted(path.replaceAll(".*/|\\.js", ""));
  }

  /// Our scripts, by their paths.
  private static Map<String, String> ours() {
    var ours = files();
    ours.keySet().removeIf(path -> !path.endsWith(".js") || path.startsWith("/assets/lib/"));
    return ours;
  }

  /// Every file that the page loads sooner or later, by its path.
  private static Map<String, String> files() {
    var waiting = new ArrayDeque<>(PAGES);
    waiting.add("/");
    var files = new TreeMap<String, String>();
    while (!waiting.isEmpty()) {
      var path = waiting.pop();
      if (files.containsKey(path)) {
        continue;
      }
      var answer = get(path);
      assertEquals(200, answer.getStatusCode(), path);
      files.put(path, answer.getBody());
      REFERENCE
          .matcher(answer.getBody())
          .results()
          .map(m -> Stream.of(m.group(1), m.group(2), m.group(3)).filter(Objects::nonNull))
          .map(groups -> URI.create(path).resolve(groups.findFirst().orElseThrow()).toString())
          .forEach(waiting::push);
    }
    return files;
  }

  private static byte[] sent(APIGatewayV2HTTPResponse answer) {
    return Base64.getDecoder().decode(answer.getBody());
  }

  private static APIGatewayV2HTTPResponse get(String path) {
    return get(path, Map.of());
  }

  private static APIGatewayV2HTTPResponse get(String path, Map<String, String> headers) {
    var handler =
        new ApiHandler(
            Optional::empty,
            () -> {
              throw new AssertionError("The dashboard's files need no store");
            },
            () -> Given.NOW);
    return handler.handleRequest(
        ApiClient.request("GET", path, headers, null), new RecordingContext());
  }
}
