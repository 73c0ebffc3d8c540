package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Cause.Parent;
import dev.bellwether.domain.execution.ExecutionId;
import org.jspecify.annotations.Nullable;

/// Writes what set executions off as JSON and reads it.
final class CauseJson {
  private CauseJson() {}

  static ObjectNode write(Cause cause) {
    var json = Json.object();
    json.put("id", cause.id());
    json.put("event", cause.event());
    json.put("depth", cause.depth());
    cause
        .ifAwaited()
        .ifPresent(
            parent ->
                json.putObject("parent")
                    .put("execution_id", parent.execution().value())
                    .put("step", parent.step()));
    return json;
  }

  static Cause read(JsonNode json) {
    return new Cause(
        Fields.text(json, "id"),
        Fields.text(json, "event"),
        Fields.integer(json, "depth"),
        parent(json.path("parent")));
  }

  private static @Nullable Parent parent(JsonNode json) {
    return json.isObject()
        ? new Parent(new ExecutionId(Fields.text(json, "execution_id")), Fields.text(json, "step"))
        : null;
  }
}
