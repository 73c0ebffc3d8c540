package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A fact that must have one of a few values for a workflow to fire.
///
/// @param values as [#key] writes them
record Demand(String fact, List<String> values) {
  /// As [Operator#EQ] takes text for a number.
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

  private static final Pattern WILD = Pattern.compile("[*?\\[{]");

  /// Finds one: among the conditions, or in the filter of the trigger where it has only one.
  static Optional<Demand> of(Workflow workflow, TriggerType trigger) {
    var filters =
        workflow.triggers().stream().filter(t -> t.type().equals(trigger)).map(Trigger::filter);
    var filter = filters.toList();
    var conditions =
        filter.size() == 1
            ? Stream.of(filter.getFirst().condition(), workflow.conditions())
            : Stream.of(workflow.conditions());
    return conditions.flatMap(Demand::demandsOf).findFirst();
  }

  private static Stream<Demand> demandsOf(Condition condition) {
    return switch (condition) {
      case All(var parts) -> parts.stream().flatMap(Demand::demandsOf);
      case Leaf leaf -> of(leaf).stream();
      case Condition.Any any -> Stream.empty();
      case Condition.Not not -> Stream.empty();
    };
  }

  private static Optional<Demand> of(Leaf leaf) {
    if (!(leaf.operand() instanceof Operand.Literal(var literal)) || literal == null) {
      return Optional.empty();
    }
    return switch (leaf.operator()) {
      case EQ -> demand(leaf.field(), List.of(literal));
      case IN -> literal instanceof Collection<?> c ? demand(leaf.field(), c) : Optional.empty();
      case GLOB -> isPlain(leaf, literal) ? demand(leaf.field(), texts(literal)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Demand> demand(String fact, Collection<?> values) {
    var keys = values.stream().map(v -> v == null ? Optional.<String>empty() : key(v)).toList();
    return keys.stream().allMatch(Optional::isPresent)
        ? Optional.of(new Demand(fact, keys.stream().flatMap(Optional::stream).distinct().toList()))
        : Optional.empty();
  }

  /// Writes a value so that those which [Operator#EQ] takes for the same are written the same;
  /// nothing for lists and objects, which it compares otherwise.
  static Optional<String> key(Object value) {
    return switch (value) {
      case Boolean b -> Optional.of("b" + b);
      case String text when DECIMAL.matcher(text).matches() -> Optional.of(number(text));
      case String text -> Optional.of("s" + text);
      case Double d when !Double.isFinite(d) -> Optional.empty();
      case Number n -> Optional.of(number(n.toString()));
      default -> Optional.empty();
    };
  }

  private static String number(String text) {
    return "n" + new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  /// A glob without wild cards asks for the text itself, of a fact that is no list: of
  /// `repository`, as trigger filters do.
  private static boolean isPlain(Leaf leaf, Object literal) {
    return leaf.field().equals("repository")
        && texts(literal).stream().noneMatch(t -> WILD.matcher(String.valueOf(t)).find());
  }

  private static Collection<?> texts(Object literal) {
    return literal instanceof Collection<?> many ? many : List.of(literal);
  }
}
