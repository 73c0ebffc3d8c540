package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.usecase.port.RequestStore.Answered;
import java.util.LinkedHashMap;

/// Writes what requests were answered as JSON and reads it.
public final class AnsweredJson {
  private AnsweredJson() {}

  /// Writes an answer.
  public static ObjectNode write(Answered answered) {
    var json = Json.object().put("fingerprint", answered.fingerprint());
    json.put("status", answered.status());
    var headers = json.putObject("headers");
    answered.headers().forEach(headers::put);
    Fields.putIfPresent(json, "body", answered.body());
    return json;
  }

  /// Reads an answer as [#write] wrote it.
  public static Answered read(JsonNode json) {
    var headers = new LinkedHashMap<String, String>();
    json.required("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    return new Answered(
        Fields.text(json, "fingerprint"),
        Fields.integer(json, "status"),
        headers,
        Fields.textOrNull(json, "body"));
  }
}
