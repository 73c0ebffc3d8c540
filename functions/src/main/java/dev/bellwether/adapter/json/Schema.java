package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The words of JSON Schema (2020-12) that ours are made of.
final class Schema {
  private Schema() {}

  static ObjectNode of(String type) {
    return Json.object().put("type", type);
  }

  static ObjectNode ofAny(String... types) {
    var schema = Json.object();
    Fields.putTexts(schema, "type", List.of(types));
    return schema;
  }

  /// Anything but null, which counts as absent.
  static ObjectNode present() {
    return not(of("null"));
  }

  /// Text that is not blank.
  static ObjectNode text(int maxLength) {
    return of("string").put("maxLength", maxLength).put("pattern", "\\S");
  }

  /// Text all of which matches.
  static ObjectNode matching(Pattern pattern) {
    return of("string").put("pattern", "^(?:%s)$".formatted(pattern.pattern()));
  }

  static ObjectNode integer(long min, long max) {
    return of("integer").put("minimum", min).put("maximum", max);
  }

  static ObjectNode number(long min, long max) {
    return of("number").put("minimum", min).put("maximum", max);
  }

  static ObjectNode seconds(Duration min, Duration max) {
    return number(min.toSeconds(), max.toSeconds());
  }

  static ObjectNode oneOf(Collection<String> names) {
    var schema = Json.object();
    Fields.putTexts(schema, "enum", names);
    return schema;
  }

  static ObjectNode oneOf(Class<? extends Enum<?>> type) {
    return oneOf(Arrays.stream(type.getEnumConstants()).map(Fields::constant).toList());
  }

  static ObjectNode exactly(String text) {
    return Json.object().put("const", text);
  }

  static ObjectNode list(JsonNode member, int min, int max) {
    var schema = of("array").put("minItems", min).put("maxItems", max);
    schema.set("items", member);
    return schema;
  }

  static ObjectNode list(JsonNode member) {
    var schema = of("array");
    schema.set("items", member);
    return schema;
  }

  /// A list of texts, or one text.
  static ObjectNode texts(int most, int maxLength) {
    return any(text(maxLength), list(text(maxLength), 0, most).put("uniqueItems", true));
  }

  static ObjectNode any(JsonNode... choice) {
    return any(List.of(choice));
  }

  static ObjectNode any(List<? extends JsonNode> choice) {
    var schema = Json.object();
    schema.putArray("anyOf").addAll(choice);
    return schema;
  }

  static ObjectNode not(JsonNode part) {
    var schema = Json.object();
    schema.set("not", part);
    return schema;
  }

  static ObjectNode requiring(String... keys) {
    var schema = Json.object();
    Fields.putTexts(schema, "required", List.of(keys));
    return schema;
  }

  /// Holds another schema where this one holds.
  static ObjectNode when(JsonNode condition, JsonNode then) {
    var schema = Json.object();
    schema.set("if", condition);
    schema.set("then", then);
    return schema;
  }

  static ObjectNode where(String key, JsonNode value) {
    var schema = Json.object();
    schema.putObject("properties").set(key, value);
    return schema;
  }

  /// An object with these keys and no others.
  static ObjectNode object(Map<String, ? extends JsonNode> properties, String... required) {
    var schema = of("object");
    schema.putObject("properties").setAll(properties);
    Fields.putTexts(schema, "required", List.of(required));
    return schema.put("additionalProperties", false);
  }

  static ObjectNode ref(String name) {
    return Json.object().put("$ref", "#/$defs/" + name);
  }

  /// Says in a sentence what something is, for whoever hovers over it.
  static ObjectNode described(String description, ObjectNode schema) {
    return schema.put("description", description);
  }
}
