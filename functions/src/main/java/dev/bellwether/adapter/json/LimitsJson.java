package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.Concurrency;
import dev.bellwether.domain.workflow.Concurrency.Policy;
import dev.bellwether.domain.workflow.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Writes the limits of definitions, and of executions, and reads them.
final class LimitsJson {
  private LimitsJson() {}

  static void put(ObjectNode definition, Limits limits) {
    limits.ifConcurrent().ifPresent(c -> definition.set("concurrency", write(c)));
    if (limits.cooldown().isPositive()) {
      definition.put("cooldown_seconds", Fields.seconds(limits.cooldown()));
    }
    definition.put("priority", limits.priority());
    definition.put("timeout_seconds", Fields.seconds(limits.timeout()));
  }

  static Limits read(JsonNode definition) {
    return new Limits(
        concurrencyOrNull(definition),
        Fields.secondsOr(definition, "cooldown_seconds", Duration.ZERO),
        Fields.integer(definition, "priority"),
        Fields.seconds(definition, "timeout_seconds"));
  }

  static ObjectNode write(Concurrency concurrency) {
    return Json.object()
        .put("key", concurrency.key())
        .put("policy", Fields.constant(concurrency.policy()));
  }

  static @Nullable Concurrency concurrencyOrNull(JsonNode object) {
    var json = object.path("concurrency");
    return json.isObject()
        ? new Concurrency(Fields.text(json, "key"), Fields.constant(json, "policy", Policy.class))
        : null;
  }
}
