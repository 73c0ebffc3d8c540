package dev.bellwether.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.bellwether.local.engine.Loopback;
import dev.bellwether.local.template.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The HTTP API: calls the function a route leads to.
public final class HttpFront implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What an HTTP API takes.
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private final Router router;
  private final HttpEvents events;
  private final Function<String, LambdaFunction> functions;
  private final RequestListener listener;
  private final Log log;

  /// Leads along routes.
  ///
  /// @param functions finds a function by its logical id
  /// @param listener sees each request before its function does
  public HttpFront(
      List<Route> routes,
      Function<String, LambdaFunction> functions,
      InstantSource clock,
      RequestListener listener,
      Log log) {
    this.router = new Router(routes);
    this.events = new HttpEvents(clock);
    this.functions = functions;
    this.listener = listener;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    }
  }

  /// What breaks in the runner itself is told as API Gateway tells it, unless the answer has begun.
  private void answer(HttpExchange exchange) throws IOException {
    try {
      lead(exchange);
    } catch (RuntimeException broken) {
      log.notable("The runner broke on a request: " + StackTrace.of(broken));
      if (exchange.getResponseCode() < 0) {
        message(exchange, 500, "Internal Server Error");
      }
    }
  }

  private void lead(HttpExchange exchange) throws IOException {
    var body = body(exchange);
    var match = router.match(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
    if (match.isEmpty()) {
      message(exchange, 404, "Not Found");
    } else if (body.length > MOST_BYTES) {
      message(exchange, 413, "Request Entity Too Large");
    } else {
      call(exchange, match.get(), body);
    }
  }

  /// Reads one byte more than is taken, and lets the rest pass: who is still sending does not read
  /// an answer.
  private static byte[] body(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    return body;
  }

  private void call(HttpExchange exchange, Router.Match match, byte[] body) throws IOException {
    var function = functions.apply(match.route().function());
    listener.request(HttpEvents.headers(exchange), body);
    try {
      answer(exchange, JSON.readTree(function.invoke(events.event(exchange, match, body))));
    } catch (FunctionFailedException e) {
      switch (e.kind()) {
        case ERROR -> message(exchange, 500, "Internal Server Error");
        case TIMED_OUT -> message(exchange, 503, "Service Unavailable");
        case EVENT_TOO_LARGE -> message(exchange, 413, "Request Entity Too Large");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      message(exchange, 503, "Service Unavailable");
    }
  }

  /// An answer without a status code is the body itself, as format 2.0 has it.
  private static void answer(HttpExchange exchange, JsonNode answer) throws IOException {
    if (!answer.has("statusCode")) {
      Loopback.answer(exchange, 200, "application/json", JSON.writeValueAsBytes(answer));
      return;
    }
    var headers = exchange.getResponseHeaders();
    answer.path("headers").forEachEntry((name, value) -> headers.set(name, value.asText()));
    answer.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
    var body = answer.path("body").asText("");
    var bytes =
        answer.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    if (!headers.containsKey("Content-Type") && bytes.length > 0) {
      headers.set("Content-Type", "text/plain; charset=utf-8");
    }
    Loopback.send(exchange, answer.path("statusCode").asInt(), bytes);
  }

  private static void message(HttpExchange exchange, int status, String message)
      throws IOException {
    var body = JSON.writeValueAsBytes(Map.of("message", message));
    Loopback.answer(exchange, status, "application/json", body);
  }
}
