package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
      draft.refuseOthers();
      return part.map(Condition.Not::new);
    }
    var parts = parts(draft, kind, depth + 1);
    if (draft.value(kind).filter(JsonNode::isEmpty).isPresent()) {
      draft.fault("%s needs at least one condition".formatted(kind), kind);
    }
    draft.refuseOthers();
    return Optional.of(kind.equals("all") ? new Condition.All(parts) : new Condition.Any(parts));
  }

  private static Optional<Condition> leaf(Draft draft) {
    draft.require("operator", "write one of " + String.join(", ", OPERATORS));
    var field = field(draft, "field", "the fact to look at, such as files_changed");
    var operator = draft.named("operator", OPERATORS).flatMap(Operator::named);
    var operand = operator.flatMap(o -> operand(draft, o));
    draft.knows("value", "value_from", "all", "any", "not");
    draft.refuseOthers();
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
    if (draft.has("value_from") && !operator.takesFact()) {
      draft.fault(
          "%s compares with %s, written as value".formatted(name, operator.takes().inWords()),
          "value_from");
      return Optional.empty();
    }
    if (draft.has("value_from")) {
      return field(draft, "value_from", "the fact to compare with").map(Operand.FromField::new);
    }
    draft.require("value", name + " compares with one; value_from names another fact instead");
    return draft.value("value").flatMap(value -> literal(draft, operator, value));
  }

  private static Optional<Operand> literal(Draft draft, Operator operator, JsonNode value) {
    var plain = Json.plain(value);
    var fault = plain == null ? Optional.of("value must not be null") : operator.fault(plain);
    fault.ifPresent(because -> draft.fault(because, "value"));
    return fault.isPresent() ? Optional.empty() : Optional.of(new Operand.Literal(plain));
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
