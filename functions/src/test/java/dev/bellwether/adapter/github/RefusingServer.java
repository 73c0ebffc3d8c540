package dev.bellwether.adapter.github;

import com.sun.net.httpserver.HttpServer;
import dev.bellwether.adapter.http.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A GitHub that answers every request by the same refusal.
final class RefusingServer implements AutoCloseable {
  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final AtomicInteger requests = new AtomicInteger();

  RefusingServer(int status, String message) throws IOException {
    var body = "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  GitHubClient client() {
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    return new GitHubClient(
        () -> url,
        new Web(() -> Instant.EPOCH),
        () -> Map.of("token", "ghp_canary"),
        () -> Instant.EPOCH);
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
