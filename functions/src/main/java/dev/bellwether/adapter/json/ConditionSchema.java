package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Durations;
import dev.bellwether.domain.condition.Operator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
    var operand = Schema.where("value", value(operator.takes()));
    if (operator.takesFact()) {
      operand.putArray("oneOf").add(value).add(other);
    } else {
      Fields.putTexts(operand, "required", List.of("value"));
      operand.set("not", other);
    }
    return operand;
  }

  private static ObjectNode value(Operator.Takes takes) {
    var schema =
        switch (takes) {
          case NOTHING, VALUE -> Schema.present();
          case SCALAR -> Schema.ofAny("string", "number", "boolean");
          case ORDERED -> ordered();
          case RANGE -> Schema.list(ordered(), 2, 2);
          case LIST -> Schema.list(Schema.present()).put("minItems", 1);
          case TEXT, REGEX, HOURS -> Schema.of("string");
          case GLOB_TEXT ->
              Schema.any(Schema.of("string"), Schema.list(Schema.of("string")).put("minItems", 1));
          case DURATION -> Schema.matching(Durations.TEXT);
        };
    return Schema.described("Compared with: %s.".formatted(takes.inWords()), schema);
  }

  private static ObjectNode ordered() {
    return Schema.ofAny("string", "number");
  }
}
