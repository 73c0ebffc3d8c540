package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.escalation.Pace;
import java.time.Instant;
import java.util.HashMap;

/// Writes the pace of channels as JSON and reads it; their channel and revision are kept beside.
public final class PaceJson {
  private PaceJson() {}

  /// Writes when turns are.
  public static ObjectNode write(Pace pace) {
    var json = Json.object().put("free_at", pace.freeAt().toString());
    var turns = json.putObject("turns");
    pace.turns().forEach((key, turn) -> turns.put(key, turn.toString()));
    return json;
  }

  /// Reads a pace as [#write] wrote it.
  public static Pace read(String channel, JsonNode json, long revision) {
    var turns = new HashMap<String, Instant>();
    json.required("turns")
        .properties()
        .forEach(turn -> turns.put(turn.getKey(), Instant.parse(turn.getValue().asText())));
    return new Pace(channel, Fields.instant(json, "free_at"), turns, revision);
  }
}
