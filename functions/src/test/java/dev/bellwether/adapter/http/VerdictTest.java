package dev.bellwether.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.execution.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which answers may pass and which will not, as a table; the same for every vendor.
class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final Vendor VENDOR =
      new Vendor(
          "Acme",
          body -> Optional.of(new String(body, StandardCharsets.UTF_8)),
          status -> status == 404 ? "Look elsewhere" : "");

  record Case(
      int status, Map<String, String> headers, String body, @Nullable Duration asked, String kind) {
    boolean isLimit() {
      return kind.equals("passing") && (status == 429 || status == 403);
    }
  }

  private static Case passing(int status, String... headers) {
    return new Case(status, pairs(headers), "", null, "passing");
  }

  private static Case after(Duration wait, int status, String... headers) {
    return new Case(status, pairs(headers), "", wait, "passing");
  }

  private static Case lasting(int status, String... headers) {
    return new Case(status, pairs(headers), "", null, "lasting");
  }

  static final List<Case> CASES =
      List.of(
          passing(408),
          passing(425),
          passing(429),
          passing(500),
          passing(502),
          passing(503),
          passing(504),
          after(Duration.ofSeconds(30), 429, "Retry-After", "30"),
          after(Duration.ofSeconds(30), 503, "Retry-After", "30"),
          after(Duration.ofSeconds(90), 429, "Retry-After", "Wed, 25 Nov 2026 09:01:30 GMT"),
          after(Duration.ZERO, 429, "Retry-After", "Wed, 25 Nov 2026 08:00:00 GMT"),
          passing(429, "Retry-After", "soon"),
          after(Duration.ofSeconds(60), 403, "Retry-After", "60"),
          after(
              Duration.ofMinutes(10),
              403,
              "X-RateLimit-Remaining",
              "0",
              "X-RateLimit-Reset",
              "" + NOW.plusSeconds(600).getEpochSecond()),
          after(Duration.ofMinutes(1), 403, "X-RateLimit-Remaining", "0"),
          new Case(
              403,
              Map.of("X-RateLimit-Remaining", "4000"),
              "You have exceeded a secondary rate limit",
              Duration.ofMinutes(1),
              "passing"),
          lasting(403, "X-RateLimit-Remaining", "4000"),
          lasting(400),
          lasting(401),
          lasting(403),
          lasting(404),
          lasting(410),
          lasting(422));

  @ParameterizedTest
  @FieldSource("CASES")
  void sorts(Case one) throws IOException {
    var failure = failure(one.status(), one.headers(), one.body());

    assertEquals(one.isLimit() ? "rate_limited" : "http_" + one.status(), failure.code());
    switch (failure) {
      case Failure.Transient passing -> {
        assertEquals("passing", one.kind());
        assertEquals(Optional.ofNullable(one.asked()), passing.askedWait());
      }
      case Failure.Permanent lasting -> assertEquals("lasting", one.kind());
    }
  }

  @Test
  void says_who_answered_what_to_what_and_what_to_do() throws IOException {
    assertEquals(
        "Acme answered 404 to GET /x: Not here. Look elsewhere",
        failure(404, Map.of(), "Not\nhere").reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghs_canary.x-y",
        "ghp_canary",
        "github_pat_canary_1",
        "xoxb-canary",
        "Bearer canary",
        "token canary",
        "Basic canary",
        "https://user:canary@example.com/canary",
        "eyJcanary.x.y"
      })
  void shows_no_secret_that_an_answer_repeats(String secret) throws IOException {
    var reason = failure(422, Map.of(), "No: " + secret + " and more").reason();

    assertFalse(reason.contains("canary"), reason);
    assertTrue(reason.contains("[redacted] and more"), reason);
  }

  @Test
  void shows_little_of_a_long_answer() throws IOException {
    assertTrue(failure(500, Map.of(), "x".repeat(5000)).reason().length() < 300);
  }

  @Test
  void no_answer_may_pass_and_names_no_address() {
    var web = new Web(() -> NOW);
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/canary"));

    var refused = assertThrows(Refused.class, () -> web.send(VENDOR, "the message", request));

    assertEquals(
        new Failure.Transient(
            "unreachable", "Acme did not answer the message: no connection", null),
        refused.failure());
    assertEquals(Refused.NO_ANSWER, refused.status());
  }

  @Test
  void an_answer_that_takes_too_long_may_pass() throws IOException {
    try (var server = TestServer.silent()) {
      var web = new Web(() -> NOW, Duration.ofMillis(50));
      var request = HttpRequest.newBuilder(server.url("/"));

      var refused = assertThrows(Refused.class, () -> web.send(VENDOR, "GET /", request));

      assertEquals(
          new Failure.Transient("timeout", "Acme did not answer GET /: it took too long", null),
          refused.failure());
    }
  }

  private static Failure failure(int status, Map<String, String> headers, String body)
      throws IOException {
    try (var server = new TestServer()) {
      server.answer("GET /x", status, headers, body);
      var request = HttpRequest.newBuilder(server.url("/x"));
      return assertThrows(Refused.class, () -> new Web(() -> NOW).send(VENDOR, "GET /x", request))
          .failure();
    }
  }

  private static Map<String, String> pairs(String... headers) {
    return switch (headers.length) {
      case 0 -> Map.of();
      case 2 -> Map.of(headers[0], headers[1]);
      default -> Map.of(headers[0], headers[1], headers[2], headers[3]);
    };
  }
}
