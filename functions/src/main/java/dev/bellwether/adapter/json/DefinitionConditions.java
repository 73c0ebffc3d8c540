package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the conditions of a definition.
final class DefinitionConditions {
  static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
  private static final List<String> OPERATORS =
      Arrays.stream(Operator.values()).map(Operator::wireName).toList();

  private DefinitionConditions() {}

  /// Reads a list of conditions that must all hold; none hold always.
  static Condition read(Draft draft, String key) {
    return new Condition.All(parts(draft, key, 1));
  }

  private static List<Condition> parts(Draft draft, String key, int depth) {
    var parts = new ArrayList<Condition>();
    for (var part : draft.objects(key)) {
      condition(part, depth).ifPresent(parts::add);
    }
    return parts;
  }

  private static Optional<Condition> condition(Draft draft, int depth) {
    for (var group : List.of("all", "any", "not")) {
      if (draft.has(group)) {
        return group(draft, group, depth);
      }
    }
    return leaf(draft);
  }

  private static Optional<Condition> group(Draft draft, String kind, int depth) {
    if (depth > Condition.MAX_DEPTH) {
      draft.fault(
          "Nested deeper than %d groups: split the workflow, or name the fact tested"
              .formatted(Condition.MAX_DEPTH));
      return Optional.empty();
    }
    if (kind.equals("not")) {
      var part = draft.object(kind).flatMap(inner -> condition(inner, depth + 1));
      draft.refuseOthers(Set.of());
      return part.map(Condition.Not::new);
    }
    var parts = parts(draft, kind, depth + 1);
    if (draft.value(kind).filter(JsonNode::isEmpty).isPresent()) {
      draft.fault("%s needs at least one condition".formatted(kind), kind);
    }
    draft.refuseOthers(Set.of());
    return Optional.of(kind.equals("all") ? new Condition.All(parts) : new Condition.Any(parts));
  }

  private static Optional<Condition> leaf(Draft draft) {
    draft.require("operator", "write one of " + String.join(", ", OPERATORS));
    var field = field(draft, "field", "the fact to look at, such as files_changed");
    var operator = draft.named("operator", OPERATORS).flatMap(Operator::named);
    var operand = operator.flatMap(o -> operand(draft, o));
    draft.knows("value", "value_from", "all", "any", "not");
    draft.refuseOthers(Set.of());
    return field.isPresent() && operator.isPresent() && operand.isPresent()
        ? Optional.of(new Condition.Leaf(field.get(), operator.get(), operand.get()))
        : Optional.empty();
  }

  private static Optional<Operand> operand(Draft draft, Operator operator) {
    var name = operator.wireName();
    if (!operator.takesValue()) {
      for (var key : List.of("value", "value_from")) {
        if (draft.has(key)) {
          draft.fault("%s compares with nothing: leave %s out".formatted(name, key), key);
        }
      }
      return Optional.of(new Operand.Literal(null));
    }
    if (draft.has("value") && draft.has("value_from")) {
      draft.fault("Write value or value_from, not both", "value_from");
      return Optional.empty();
    }
    if (draft.has("value_from")) {
      return field(draft, "value_from", "the fact to compare with").map(Operand.FromField::new);
    }
    draft.require("value", name + " compares with one; value_from names another fact instead");
    return draft.value("value").flatMap(value -> literal(draft, operator, value));
  }

  private static Optional<Operand> literal(Draft draft, Operator operator, JsonNode value) {
    if (!fits(operator, value)) {
      draft.fault("%s compares with %s".formatted(operator.wireName(), wanted(operator)), "value");
      return Optional.empty();
    }
    return Optional.of(new Operand.Literal(Json.plain(value)));
  }

  private static boolean fits(Operator operator, JsonNode value) {
    return switch (operator) {
      case GT, LT, GTE, LTE -> isOrdered(value);
      case BETWEEN -> value.size() == 2 && isOrdered(value.path(0)) && isOrdered(value.path(1));
      case IN, NOT_IN, ANY_OF, ALL_OF, NONE_OF -> value.isArray() && !value.isEmpty();
      case CONTAINS, NOT_CONTAINS -> value.isValueNode();
      case STARTS_WITH, ENDS_WITH -> value.isTextual();
      case EQ, NE, EXISTS, NOT_EXISTS, EMPTY, NOT_EMPTY -> true;
    };
  }

  private static String wanted(Operator operator) {
    return switch (operator) {
      case GT, LT, GTE, LTE -> "a number or text";
      case BETWEEN -> "a list of two, the least and the greatest: [10, 20]";
      case IN, NOT_IN, ANY_OF, ALL_OF, NONE_OF -> "a list that is not empty: [\"a\", \"b\"]";
      case CONTAINS, NOT_CONTAINS -> "text, a number, true or false";
      case STARTS_WITH, ENDS_WITH -> "text";
      case EQ, NE, EXISTS, NOT_EXISTS, EMPTY, NOT_EMPTY -> "anything";
    };
  }

  private static boolean isOrdered(JsonNode value) {
    return value.isNumber() || value.isTextual();
  }

  private static Optional<String> field(Draft draft, String key, String description) {
    var written = draft.requiredText(key, 200, description);
    var field = written.filter(name -> FIELD.matcher(name).matches());
    if (written.isPresent() && field.isEmpty()) {
      draft.fault("A fact's name has letters, digits, '_', '-' and '.' only", key);
    }
    return field;
  }
}
