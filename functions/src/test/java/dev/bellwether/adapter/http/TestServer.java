package dev.bellwether.adapter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// An HTTP server in this process: answers as told, and remembers what it was asked.
public final class TestServer implements AutoCloseable {
  /// A request as it came.
  ///
  /// @param line method, path and query: `GET /repos?page=2`
  public record Asked(String line, String body, Map<String, List<String>> headers) {
    /// Finds a header's first value.
    public String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElse("");
    }
  }

  private record Reply(int status, Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();

  public TestServer() throws IOException {
    this(false);
  }

  private TestServer(boolean isSilent) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, isSilent));
    server.start();
  }

  /// A server that takes requests and never answers.
  static TestServer silent() throws IOException {
    return new TestServer(true);
  }

  /// Says what to answer to a request line; said more than once, one after the other, the last for
  /// good. Anything else is answered by 404.
  public void answer(String line, int status, Map<String, String> headers, String body) {
    replies
        .computeIfAbsent(line, unknown -> new ArrayDeque<>())
        .add(new Reply(status, headers, body));
  }

  /// Says what JSON to answer to a request line.
  public void answer(String line, int status, String json) {
    answer(line, status, Map.of("Content-Type", "application/json"), json);
  }

  /// Lists what was asked.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// Lists what was asked: `POST /path {"the":"body"}`.
  public List<String> lines() {
    return asked().stream().map(a -> (a.line() + " " + a.body()).strip()).toList();
  }

  /// Tells where it listens.
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  URI url(String path) {
    return URI.create(base() + path);
  }

  private void answer(HttpExchange exchange, boolean isSilent) throws IOException {
    var line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(new Asked(line, body, Map.copyOf(exchange.getRequestHeaders())));
    if (isSilent) {
      return;
    }
    var reply = next(line);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Reply next(String line) {
    var told = replies.get(line);
    if (told == null) {
      return new Reply(404, Map.of(), "{\"message\":\"Not Found\"}");
    }
    return told.size() > 1 ? told.remove() : told.element();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
