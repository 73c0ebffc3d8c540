package dev.bellwether.local.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Finds ports for servers that cannot choose one themselves.
final class FreePort {
  private FreePort() {}

  static int find() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
