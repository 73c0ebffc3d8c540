package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import java.util.List;

/// Writes conditions as JSON and reads them, as definitions have them: `{field, operator, value}`
/// or `value_from`, `{all: […]}`, `{any: […]}`, `{not: …}`.
final class ConditionJson {
  private ConditionJson() {}

  /// Writes a definition's `conditions`: the list of those that must all hold.
  static void putAll(ObjectNode object, String name, Condition condition) {
    var parts = condition instanceof Condition.All all ? all.parts() : List.of(condition);
    Fields.putList(object, name, parts, ConditionJson::write);
  }

  /// Reads the list that [#putAll] wrote.
  static Condition readAll(JsonNode object, String name) {
    return new Condition.All(Fields.list(object, name, ConditionJson::read));
  }

  private static ObjectNode write(Condition condition) {
    var json = Json.object();
    switch (condition) {
      case Condition.All(var parts) -> Fields.putList(json, "all", parts, ConditionJson::write);
      case Condition.Any(var parts) -> Fields.putList(json, "any", parts, ConditionJson::write);
      case Condition.Not(var part) -> json.set("not", write(part));
      case Condition.Leaf leaf -> putLeaf(json, leaf);
    }
    return json;
  }

  private static void putLeaf(ObjectNode json, Condition.Leaf leaf) {
    json.put("field", leaf.field());
    json.put("operator", leaf.operator().wireName());
    switch (leaf.operand()) {
      case Operand.FromField(var name) -> json.put("value_from", name);
      case Operand.Literal(var value) when value != null -> json.set("value", Json.tree(value));
      case Operand.Literal nothing -> {}
    }
  }

  private static Condition read(JsonNode json) {
    if (json.has("all")) {
      return new Condition.All(Fields.list(json, "all", ConditionJson::read));
    }
    if (json.has("any")) {
      return new Condition.Any(Fields.list(json, "any", ConditionJson::read));
    }
    if (json.has("not")) {
      return new Condition.Not(read(json.required("not")));
    }
    var operator =
        Operator.named(Fields.text(json, "operator"))
            .orElseThrow(() -> new IllegalArgumentException("No such operator"));
    return new Condition.Leaf(Fields.text(json, "field"), operator, operand(json));
  }

  private static Operand operand(JsonNode json) {
    return json.has("value_from")
        ? new Operand.FromField(Fields.text(json, "value_from"))
        : new Operand.Literal(json.has("value") ? Json.plain(json.required("value")) : null);
  }
}
