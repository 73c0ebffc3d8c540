package dev.bellwether.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.execution.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebTest {
  private static final Vendor VENDOR = new Vendor("Acme", body -> Optional.empty(), status -> "");

  private Instant now = Instant.parse("2026-11-25T09:00:00Z");

  @Test
  void asks_once_by_http_1_and_says_who_asks() throws IOException {
    try (var server = new TestServer()) {
      server.answer("GET /x", 200, "{}");
      var web = new Web(() -> now);

      web.send(VENDOR, "GET /x", HttpRequest.newBuilder(server.url("/x")));
      now = now.plusSeconds(60);
      web.send(VENDOR, "GET /x", HttpRequest.newBuilder(server.url("/x")));

      assertEquals(List.of("GET /x", "GET /x"), server.lines());
      assertEquals("bellwether", server.asked().getFirst().header("User-Agent"));
      assertEquals("", server.asked().getFirst().header("Upgrade"));
    }
  }

  @Test
  void a_redirect_is_no_success_but_for_who_follows_it() throws IOException {
    try (var server = new TestServer()) {
      server.answer("POST /x", 302, Map.of("Location", server.base() + "/y"), "");
      var web = new Web(() -> now);

      var refused =
          assertThrows(Refused.class, () -> web.send(VENDOR, "POST /x", post(server.url("/x"))));
      var answer = web.sendOrRedirect(VENDOR, "POST /x", post(server.url("/x")));

      assertEquals(
          new Failure.Permanent("http_302", "Acme answered 302 to POST /x"), refused.failure());
      assertEquals(302, answer.statusCode());
    }
  }

  private static HttpRequest.Builder post(URI uri) {
    return HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody());
  }
}
