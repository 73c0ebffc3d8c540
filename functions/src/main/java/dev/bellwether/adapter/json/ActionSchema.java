package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/// Describes actions, as [DefinitionAction] reads them, each type with the parameters it declares.
final class ActionSchema {
  private ActionSchema() {}

  /// An action, by the name `action` among the definitions.
  static ObjectNode action(List<ActionSignature> signatures) {
    var keys = new LinkedHashMap<String, JsonNode>();
    keys.put(
        "id",
        Schema.described(
            "What later actions call it by: steps.<id>.state.",
            Schema.matching(DefinitionAction.ID)));
    keys.put("type", Schema.oneOf(signatures.stream().map(ActionSignature::type).toList()));
    keys.put("parameters", Schema.of("object"));
    keys.put(
        "if",
        Schema.described(
            "What must hold for it to be done; it is skipped otherwise.",
            Schema.list(Schema.ref("condition"))));
    keys.put(
        "delay_seconds",
        Schema.described(
            "How long to wait before it.",
            Schema.seconds(Duration.ZERO, DefinitionAction.LONGEST)));
    keys.put(
        "timeout_seconds",
        Schema.described(
            "How long it may take, retries included.",
            Schema.seconds(DefinitionAction.SHORTEST, DefinitionAction.LONGEST)));
    keys.put("retry", Schema.ref("retry"));
    keys.put("retry_count", attempts("The old form of retry.max_attempts."));
    keys.put(
        "on_error",
        Schema.described("Whether its failure ends the execution.", Schema.oneOf(OnError.class)));
    var action = Schema.object(keys, "type");
    var rules = action.putArray("allOf");
    rules.add(Schema.not(Schema.requiring("retry", "retry_count")));
    signatures.forEach(signature -> rules.add(ofType(signature)));
    return action;
  }

  /// How patiently to try again, by the name `retry` among the definitions.
  static ObjectNode retry() {
    var delay = Schema.seconds(Duration.ZERO, DefinitionRetry.LONGEST_DELAY);
    var keys = new LinkedHashMap<String, JsonNode>();
    keys.put("max_attempts", attempts("Calls in all, the first included; 3 by default."));
    keys.put("retry_count", attempts("The old name of max_attempts."));
    keys.put("initial_delay_seconds", described("No wait is shorter; 2 by default.", delay));
    keys.put(
        "backoff",
        Schema.described(
            "What each wait is multiplied by for the next; 2 by default.",
            Schema.number(1, DefinitionRetry.GREATEST_BACKOFF)));
    keys.put("max_delay_seconds", described("No wait is longer; 300 by default.", delay));
    keys.put(
        "jitter",
        Schema.described("How a wait is drawn; full by default.", Schema.oneOf(Jitter.class)));
    keys.put(
        "total_timeout_seconds",
        Schema.described(
            "No attempt begins later than this after the first.",
            Schema.seconds(DefinitionRetry.SHORTEST_TOTAL, DefinitionRetry.LONGEST_TOTAL)));
    var code = Schema.matching(DefinitionRetry.CODE).put("maxLength", DefinitionRetry.LONGEST_CODE);
    keys.put(
        "non_retryable",
        Schema.described(
            "Codes of failures that are not tried again: http_404.",
            Schema.any(
                code, Schema.list(code, 0, DefinitionRetry.MOST_CODES).put("uniqueItems", true))));
    var retry = Schema.object(keys);
    retry.set("not", Schema.requiring("max_attempts", "retry_count"));
    return retry;
  }

  private static ObjectNode attempts(String description) {
    return Schema.described(description, Schema.integer(1, DefinitionRetry.MOST_ATTEMPTS));
  }

  private static ObjectNode described(String description, ObjectNode shared) {
    return Schema.described(description, shared.deepCopy());
  }

  private static ObjectNode ofType(ActionSignature signature) {
    var properties = new LinkedHashMap<String, JsonNode>();
    signature.parameters().forEach(p -> properties.put(p.name(), parameter(p)));
    var required =
        signature.parameters().stream()
            .filter(p -> p.need() == Parameter.Need.REQUIRED)
            .map(Parameter::name)
            .toArray(String[]::new);
    var parameters = Schema.object(properties, required);
    if (!signature.eitherOf().isEmpty()) {
      parameters
          .putArray("anyOf")
          .addAll(signature.eitherOf().stream().map(name -> Schema.requiring(name)).toList());
    }
    var then = Schema.where("parameters", parameters);
    if (required.length > 0 || !signature.eitherOf().isEmpty()) {
      Fields.putTexts(then, "required", List.of("parameters"));
    }
    var type = Schema.where("type", Schema.exactly(signature.type()));
    return Schema.when(type, Schema.described(signature.description(), then));
  }

  private static ObjectNode parameter(Parameter parameter) {
    var text =
        parameter.allowed().isEmpty()
            ? Schema.of("string").put("pattern", "\\S")
            : Schema.oneOf(parameter.allowed());
    var schema =
        switch (parameter.type()) {
          case TEXT -> text;
          case TEXTS -> Schema.any(text, Schema.list(text).put("minItems", 1));
          case INTEGER -> Schema.of("integer");
          case BOOLEAN -> Schema.of("boolean");
          case OBJECT -> Schema.of("object");
        };
    return Schema.described(parameter.description(), schema);
  }
}
