package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.execution.Gate;
import java.time.Duration;

/// Writes what an execution has to pass first as JSON and reads it.
final class GateJson {
  private GateJson() {}

  static ObjectNode write(Gate gate) {
    var json = Json.object();
    gate.ifUndecided().ifPresent(c -> ConditionJson.putAll(json, "undecided", c));
    gate.ifConcurrent().ifPresent(c -> json.set("concurrency", LimitsJson.write(c)));
    json.put("cooldown_seconds", Fields.seconds(gate.cooldown()));
    return json;
  }

  static Gate read(JsonNode json) {
    return new Gate(
        json.has("undecided") ? ConditionJson.readAll(json, "undecided") : null,
        LimitsJson.concurrencyOrNull(json),
        Fields.secondsOr(json, "cooldown_seconds", Duration.ZERO));
  }
}
