package dev.bellwether.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.bellwether.local.engine.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Speaks HTTP as GitHub does: credentials, limits, entity tags, links between pages.
///
/// Any credentials will do; a write without any is refused. They are neither looked at nor kept.
final class Front implements HttpHandler {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final int NOT_MODIFIED = 304;

  private final Recorder recorder;
  private final Meter meter;
  private final InstantSource clock;
  private final URI base;
  private final AtomicLong requests = new AtomicLong();

  Front(Recorder recorder, Meter meter, InstantSource clock, URI base) {
    this.recorder = recorder;
    this.meter = meter;
    this.clock = clock;
    this.base = base;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = Request.read(exchange, clock.instant());
      try {
        answer(exchange, request);
      } catch (RuntimeException broken) {
        recorder.complain(broken);
        send(exchange, request, Refusal.of(500, "The sandbox broke: " + broken));
      }
    }
  }

  private void answer(HttpExchange exchange, Request request) throws IOException {
    var refusal = refuse(exchange, request);
    if (refusal.isPresent()) {
      recorder.refuse(request, refusal.get());
      send(exchange, request, refusal.get());
      return;
    }
    var reply = recorder.answer(request);
    var headers = exchange.getResponseHeaders();
    if (reply.total() >= 0) {
      var links = Page.of(request.query()).links(base, request, reply.total());
      if (!links.isEmpty()) {
        headers.set("Link", links);
      }
    }
    if (request.isWrite() || reply.status() != 200) {
      send(exchange, request, reply.status(), text(reply));
      return;
    }
    var etag = Text.etag(text(reply));
    headers.set("ETag", "W/" + etag);
    headers.set("Cache-Control", "private, max-age=60, s-maxage=60");
    if (isKnown(exchange, etag)) {
      meter.giveBack();
      send(exchange, request, NOT_MODIFIED, "");
    } else {
      send(exchange, request, reply.status(), text(reply));
    }
  }

  private Optional<Refusal> refuse(HttpExchange exchange, Request request) {
    if (!METHODS.contains(request.method())) {
      return Optional.of(Refusal.notServed(request));
    }
    if (request.isWrite() && !exchange.getRequestHeaders().containsKey("Authorization")) {
      return Optional.of(Refusal.of(401, "Requires authentication"));
    }
    return request.path().equals("/rate_limit") ? Optional.empty() : meter.take(request);
  }

  private void send(HttpExchange exchange, Request request, Refusal refusal) throws IOException {
    if (refusal.retryAfter().isPositive()) {
      exchange
          .getResponseHeaders()
          .set("Retry-After", String.valueOf(refusal.retryAfter().toSeconds()));
    }
    send(exchange, request, refusal.status(), Json.write(refusal.body()));
  }

  private void send(HttpExchange exchange, Request request, int status, String body)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("X-GitHub-Media-Type", "github.v3; format=json");
    headers.set("X-GitHub-Request-Id", "SANDBOX:%d".formatted(requests.incrementAndGet()));
    headers.set("X-RateLimit-Limit", String.valueOf(meter.limit()));
    headers.set("X-RateLimit-Remaining", String.valueOf(meter.limit() - meter.used()));
    headers.set("X-RateLimit-Used", String.valueOf(meter.used()));
    headers.set("X-RateLimit-Reset", String.valueOf(meter.reset(request.at())));
    headers.set("X-RateLimit-Resource", "core");
    if (!body.isEmpty()) {
      headers.set("Content-Type", "application/json; charset=utf-8");
    }
    Loopback.send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Reply reply) {
    return reply.body().isMissingNode() ? "" : Json.write(reply.body());
  }

  private static boolean isKnown(HttpExchange exchange, String etag) {
    var known = exchange.getRequestHeaders().getFirst("If-None-Match");
    return known != null && (known.equals("*") || known.contains(etag));
  }
}
