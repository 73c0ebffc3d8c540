package dev.bellwether.local.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// Opens servers that only this machine can reach.
final class Loopback {
  private Loopback() {}

  /// Listens on any free port, and does not hold small answers back: the JDK reads that property
  /// when its first server is made.
  static HttpServer listen() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on the loop-back address", e);
    }
  }

  static URI url(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
