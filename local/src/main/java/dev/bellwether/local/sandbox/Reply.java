package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/// What GitHub answers, and what that means.
///
/// @param body missing for answers without one
/// @param sentence what was done, for people; no full stop
/// @param total of a list, how many there are on all pages; else -1
record Reply(int status, JsonNode body, String sentence, boolean changed, int total) {
  /// Answers a question.
  static Reply read(JsonNode body, String sentence) {
    return new Reply(200, body, sentence, false, -1);
  }

  /// Answers with a page of a list.
  static Reply list(Asked asked, ArrayNode all, String sentence) {
    return new Reply(200, asked.page().cut(all), sentence, false, all.size());
  }

  /// Answers with a page of a list that is wrapped with its count.
  static Reply counted(Asked asked, String key, ArrayNode all, String sentence) {
    var body = Json.object().put("total_count", all.size());
    body.set(key, asked.page().cut(all));
    return new Reply(200, body, sentence, false, all.size());
  }

  /// Answers a call that changed something.
  static Reply done(int status, JsonNode body, String sentence) {
    return new Reply(status, body, sentence, true, -1);
  }

  /// Answers a call that found everything as it asked for.
  static Reply same(int status, JsonNode body, String sentence) {
    return new Reply(status, body, sentence, false, -1);
  }

  /// The same answer without a body, status 204.
  Reply empty() {
    return new Reply(204, MissingNode.getInstance(), sentence, changed, -1);
  }

  static Reply refused(Request request, Refusal refusal) {
    var sentence =
        "refused %s %s: %s".formatted(request.method(), request.path(), refusal.getMessage());
    return new Reply(refusal.status(), refusal.body(), sentence, false, -1);
  }
}
