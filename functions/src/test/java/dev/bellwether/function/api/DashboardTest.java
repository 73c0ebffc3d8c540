package dev.bellwether.function.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.RecordingContext;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"/assets/([^\"]+)\"|from \"\\./([^\"]+)\"");

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/assets/app.js, text/javascript; charset=utf-8",
    "/assets/style.css, text/css; charset=utf-8",
    "/assets/bellwether.svg, image/svg+xml",
  })
  void a_file_is_served_to_everybody_as_what_it_is(String path, String type) {
    var answer = get(path);

    assertEquals(200, answer.getStatusCode());
    assertEquals(type, answer.getHeaders().get("content-type"));
    assertEquals("nosniff", answer.getHeaders().get("x-content-type-options"));
  }

  @Test
  void the_policy_lets_the_page_run_its_own_files_and_nothing_else() {
    var policy = get("/").getHeaders().getOrDefault("content-security-policy", "");

    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
    assertTrue(policy.contains("frame-ancestors 'none'"));
    assertFalse(policy.contains("unsafe"));
  }

  @Test
  void the_page_has_nothing_inline_that_the_policy_would_stop() {
    var page = get("/").getBody();

    assertFalse(
        Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son\\w+=").matcher(page).find());
  }

  @Test
  void every_file_that_a_file_names_is_there() {
    var waiting = new ArrayDeque<>(Set.of("/"));
    var seen = new HashSet<String>();
    while (!waiting.isEmpty()) {
      var path = waiting.pop();
      if (!seen.add(path)) {
        continue;
      }
      var answer = get(path);
      assertEquals(200, answer.getStatusCode(), path);
      REFERENCE
          .matcher(answer.getBody())
          .results()
          .map(m -> "/assets/" + Optional.ofNullable(m.group(1)).orElse(m.group(2)))
          .forEach(waiting::push);
    }

    assertTrue(seen.contains("/assets/explanation.js"), seen.toString());
  }

  @Test
  void no_file_makes_markup_of_text() {
    for (var name : Set.of("app", "dom", "rows", "section", "execution", "explanation")) {
      var script = get("/assets/%s.js".formatted(name)).getBody();

      assertFalse(
          Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(")
              .matcher(script)
              .find(),
          name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/none.js",
        "/assets/..%2Findex.html",
        "/assets/%2e%2e",
        "/assets/App.js",
        "/assets/app.js.map",
        "/assets/",
        "/assets",
      })
  void nothing_else_is_served(String path) {
    assertEquals(404, get(path).getStatusCode());
  }

  private static APIGatewayV2HTTPResponse get(String path) {
    var handler =
        new ApiHandler(
            Optional::empty,
            () -> {
              throw new AssertionError("The dashboard's files need no store");
            },
            () -> Given.NOW);
    return handler.handleRequest(
        ApiClient.request("GET", path, Map.of(), null), new RecordingContext());
  }
}
