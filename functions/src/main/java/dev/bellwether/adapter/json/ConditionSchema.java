package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Operator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Describes conditions, as [DefinitionConditions] reads them.
final class ConditionSchema {
  private ConditionSchema() {}

  /// A leaf or a group, by the name `condition` among the definitions.
  static ObjectNode condition() {
    var one = Schema.ref("condition");
    var several = Schema.list(one).put("minItems", 1);
    return Schema.any(
        leaf(),
        Schema.described("Holds when all parts do.", group("all", several)),
        Schema.described("Holds when any part does.", group("any", several)),
        Schema.described("Holds when its part does not.", group("not", one)));
  }

  private static ObjectNode group(String key, ObjectNode parts) {
    return Schema.object(Map.of(key, parts), key);
  }

  private static ObjectNode leaf() {
    var operators = Arrays.stream(Operator.values()).map(Operator::wireName).toList();
    var keys = new LinkedHashMap<String, JsonNode>();
    keys.put("field", Schema.described("The fact to look at.", fact()));
    keys.put("operator", Schema.oneOf(operators));
    keys.put("value", Schema.described("What to compare with.", Schema.present()));
    keys.put("value_from", Schema.described("The fact to compare with instead.", fact()));
    var leaf = Schema.object(keys, "field", "operator");
    var rules = leaf.putArray("allOf");
    Arrays.stream(Operator.values())
        .collect(
            Collectors.groupingBy(
                ConditionSchema::operand,
                LinkedHashMap::new,
                Collectors.mapping(Operator::wireName, Collectors.toList())))
        .forEach(
            (operand, names) ->
                rules.add(Schema.when(Schema.where("operator", Schema.oneOf(names)), operand)));
    return leaf;
  }

  private static ObjectNode fact() {
    return Schema.matching(DefinitionConditions.FIELD);
  }

  private static ObjectNode operand(Operator operator) {
    var value = Schema.requiring("value");
    var other = Schema.requiring("value_from");
    if (!operator.takesValue()) {
      return Schema.not(Schema.any(value, other));
    }
    if (!operator.takesFact()) {
      return Schema.where("value", value(operator));
    }
    var operand = Schema.where("value", value(operator));
    operand.putArray("oneOf").add(value).add(other);
    return operand;
  }

  private static ObjectNode value(Operator operator) {
    return switch (operator.takes()) {
      case ORDERED -> ordered();
      case RANGE -> Schema.list(ordered(), 2, 2);
      case LIST -> Schema.of("array").put("minItems", 1);
      case SCALAR -> Schema.ofAny("string", "number", "boolean");
      case TEXT, REGEX, DURATION, HOURS -> Schema.of("string");
      case GLOB_TEXT -> Schema.ofAny("string", "array");
      case VALUE, NOTHING -> Schema.present();
    };
  }

  private static ObjectNode ordered() {
    return Schema.ofAny("string", "number");
  }
}
