package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.execution.Signal;

/// Writes signals to executions as JSON and reads them.
public final class SignalJson {
  private SignalJson() {}

  /// Writes a signal; what is null is left out.
  public static ObjectNode write(Signal signal) {
    var json = Json.object();
    json.put("kind", Fields.constant(signal.kind()));
    Fields.putIfPresent(json, "step", signal.step());
    json.put("by", signal.by());
    json.put("at", signal.at().toString());
    json.put("comment", signal.comment());
    return json;
  }

  /// Reads a signal as [#write] wrote it.
  public static Signal read(JsonNode json) {
    return new Signal(
        Fields.constant(json, "kind", Signal.Kind.class),
        Fields.textOrNull(json, "step"),
        Fields.text(json, "by"),
        Fields.instant(json, "at"),
        Fields.text(json, "comment"));
  }
}
