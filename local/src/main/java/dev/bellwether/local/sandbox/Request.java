package dev.bellwether.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request, without its headers: all that the sandbox's state depends on.
///
/// @param target the path as sent, still encoded, with its query
/// @param text the body as sent
record Request(String method, String target, String text, Instant at) {
  static Request read(HttpExchange exchange, Instant at) throws IOException {
    var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new Request(
        exchange.getRequestMethod(), exchange.getRequestURI().toASCIIString(), text, at);
  }

  static Request again(Call call) {
    return new Request(call.method(), call.path(), call.body(), call.at());
  }

  boolean isWrite() {
    return !method.equals("GET");
  }

  String path() {
    var query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  Map<String, String> query() {
    var values = new LinkedHashMap<String, String>();
    var start = target.indexOf('?');
    for (var pair : start < 0 ? new String[0] : target.substring(start + 1).split("&", -1)) {
      var parts = pair.split("=", 2);
      values.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
    }
    return values;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
