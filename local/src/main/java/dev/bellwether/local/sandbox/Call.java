package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// One call that the sandbox answered. Headers are not kept, so no credential is.
///
/// @param path as sent: still encoded, with its query
/// @param body as sent; empty for none
/// @param sentence what the call did, or why it was refused, in words for people
/// @param changed whether anything on GitHub is different now
public record Call(
    Instant at,
    String method,
    String path,
    String body,
    int status,
    String sentence,
    boolean changed) {

  /// Tells whether the call was meant to change something, whether or not it did.
  public boolean isWrite() {
    return !method.equals("GET");
  }

  JsonNode toJson() {
    return Json.object()
        .put("at", at.toString())
        .put("method", method)
        .put("path", path)
        .put("body", body)
        .put("status", status)
        .put("sentence", sentence)
        .put("changed", changed);
  }

  static Call from(JsonNode json) {
    return new Call(
        Instant.parse(json.path("at").asText()),
        json.path("method").asText(),
        json.path("path").asText(),
        json.path("body").asText(),
        json.path("status").asInt(),
        json.path("sentence").asText(),
        json.path("changed").asBoolean());
  }
}
