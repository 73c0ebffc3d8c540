package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Concurrency.Policy;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Describes definitions as a JSON Schema (2020-12), which editors check and complete by.
///
/// It is made of the names and bounds that [DefinitionReader] reads by. The reader refuses more:
/// what a schema cannot say, such as an id that is there twice. It accepts null for a key left out,
/// which the schema does not.
public final class DefinitionSchema {
  private DefinitionSchema() {}

  /// Describes definitions whose actions are of these types.
  public static ObjectNode of(List<ActionSignature> signatures) {
    var schema = Json.object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:bellwether:workflow");
    schema.put("title", "Workflow");
    schema.setAll(Schema.object(keys(), "name", "trigger", "actions"));
    var scheduled = Schema.when(TriggerSchema.scheduled(), Schema.requiring("schedule"));
    scheduled.set("else", Schema.not(Schema.requiring("schedule")));
    schema.putArray("allOf").add(scheduled);
    var parts = schema.putObject("$defs");
    parts.set("trigger_name", TriggerSchema.name());
    parts.set("trigger", TriggerSchema.narrowed());
    parts.set("schedule", TriggerSchema.schedule());
    parts.set("condition", ConditionSchema.condition());
    parts.set("action", ActionSchema.action(signatures));
    parts.set("retry", ActionSchema.retry());
    return schema;
  }

  private static Map<String, JsonNode> keys() {
    var keys = new LinkedHashMap<String, JsonNode>();
    keys.put("$schema", Schema.of("string"));
    keys.put(
        "id",
        Schema.described(
            "Made of the name where it is left out.", Schema.matching(WorkflowId.SLUG)));
    keys.put("version", Schema.integer(0, Integer.MAX_VALUE));
    keys.put("name", Schema.text(DefinitionReader.LONGEST_NAME));
    keys.put(
        "description", Schema.of("string").put("maxLength", DefinitionReader.LONGEST_DESCRIPTION));
    keys.put("tags", Schema.texts(DefinitionReader.MOST_TAGS, DefinitionReader.LONGEST_TAG));
    keys.put("owner", Schema.text(DefinitionReader.LONGEST_NAME));
    keys.put("state", Schema.oneOf(WorkflowState.class));
    keys.put("trigger", TriggerSchema.trigger());
    keys.put("schedule", Schema.ref("schedule"));
    keys.put(
        "conditions",
        Schema.described("All of these must hold.", Schema.list(Schema.ref("condition"))));
    keys.put("actions", Schema.described("Done in this order.", actions()));
    keys.put(
        "on_failure",
        Schema.described(
            "Done once when the execution fails.",
            Schema.list(Schema.ref("action"), 0, DefinitionActions.MOST)));
    keys.put("concurrency", concurrency());
    keys.put("cooldown_seconds", Schema.seconds(Duration.ZERO, DefinitionLimits.LONGEST));
    keys.put("priority", Schema.integer(1, 10));
    keys.put(
        "timeout_seconds", Schema.seconds(DefinitionLimits.SHORTEST, DefinitionLimits.LONGEST));
    return keys;
  }

  private static ObjectNode actions() {
    var members = Schema.list(Schema.ref("action"), 1, DefinitionActions.MOST);
    var parallel = Schema.object(Map.of("parallel", members), "parallel");
    var entry = Schema.when(Schema.requiring("parallel"), parallel);
    entry.set("else", Schema.ref("action"));
    return Schema.list(entry, 1, DefinitionActions.MOST);
  }

  private static ObjectNode concurrency() {
    var keys = new LinkedHashMap<String, JsonNode>();
    keys.put(
        "key",
        Schema.described(
            "What executions share: {{repository}}#{{number}}.",
            Schema.text(DefinitionLimits.LONGEST_KEY)));
    keys.put(
        "policy",
        Schema.described(
            "What happens to an execution while another of the key runs; allow by default.",
            Schema.oneOf(Policy.class)));
    return Schema.object(keys, "key");
  }
}
