package dev.bellwether.local.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/// HTTP servers that only this machine can reach.
public final class Loopback {
  private Loopback() {}

  /// Sets what the JDK's server and client read once, when the first of each is made: no delay for
  /// small answers, and as many idle connections as callers keep (the server closes all beyond 200,
  /// the client all beyond 5, and here all instances of all functions are one client).
  public static void prepare() {
    System.setProperty("http.maxConnections", "100");
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("jdk.httpserver.maxIdleConnections", "10000");
  }

  /// A server that is not started yet.
  ///
  /// @param port 0 for any
  public static HttpServer server(int port) throws IOException {
    prepare();
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return server;
  }

  /// A server on any port that is not started yet.
  ///
  /// @throws UncheckedIOException when this machine has none left
  public static HttpServer server() {
    try {
      return server(0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on the loop-back address", e);
    }
  }

  /// Where a server answers.
  public static URI uri(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Answers an exchange.
  public static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    send(exchange, status, body);
  }

  /// Answers an exchange whose headers are set; without the body when it was `HEAD`.
  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    var hasBody = body.length > 0 && !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(body);
    }
  }
}
