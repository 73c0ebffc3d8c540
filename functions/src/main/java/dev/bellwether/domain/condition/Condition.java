package dev.bellwether.domain.condition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides true, false or unknown over [Facts], and explains how.
///
/// Pure and total: any condition over any facts gives an answer and never throws.
public sealed interface Condition {
  /// How deep groups may be nested; the reader of definitions refuses more.
  int MAX_DEPTH = 10;

  /// Judges the facts, asking no more than it has to.
  Truth test(Facts facts);

  /// Judges the facts as [#test] does, and keeps every judgement on the way, also of parts that no
  /// longer matter.
  Explanation explain(Facts facts);

  /// Lists the facts asked for, by name, in no order.
  default Set<String> fields() {
    return names(this).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> names(Condition condition) {
    return switch (condition) {
      case All all -> all.parts().stream().flatMap(Condition::names);
      case Any any -> any.parts().stream().flatMap(Condition::names);
      case Not not -> names(not.part());
      case Leaf leaf ->
          leaf.operand() instanceof Operand.FromField other
              ? Stream.of(leaf.field(), other.name())
              : Stream.of(leaf.field());
    };
  }

  /// Holds when all parts do; an empty list holds.
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth test(Facts facts) {
      var truth = Truth.TRUE;
      for (var part : parts) {
        truth = truth.and(part.test(facts));
        if (truth == Truth.FALSE) {
          return truth;
        }
      }
      return truth;
    }

    @Override
    public Explanation explain(Facts facts) {
      var explained = parts.stream().map(part -> part.explain(facts)).toList();
      var truth = explained.stream().map(Explanation::truth).reduce(Truth.TRUE, Truth::and);
      return Explanation.group("all", truth, explained);
    }
  }

  /// Holds when any part does; an empty list does not.
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth test(Facts facts) {
      var truth = Truth.FALSE;
      for (var part : parts) {
        truth = truth.or(part.test(facts));
        if (truth == Truth.TRUE) {
          return truth;
        }
      }
      return truth;
    }

    @Override
    public Explanation explain(Facts facts) {
      var explained = parts.stream().map(part -> part.explain(facts)).toList();
      var truth = explained.stream().map(Explanation::truth).reduce(Truth.FALSE, Truth::or);
      return Explanation.group("any", truth, explained);
    }
  }

  /// Holds when the part is false; unknown stays unknown.
  record Not(Condition part) implements Condition {
    @Override
    public Truth test(Facts facts) {
      return part.test(facts).negate();
    }

    @Override
    public Explanation explain(Facts facts) {
      var explained = part.explain(facts);
      return Explanation.group("not", explained.truth().negate(), List.of(explained));
    }
  }

  /// Compares one fact with a value, by a comparison that is made ready once.
  final class Leaf implements Condition {
    private final String field;
    private final Operator operator;
    private final Operand operand;
    private final @Nullable Comparison ready;

    /// Compares a fact with a value or another fact.
    public Leaf(String field, Operator operator, Operand operand) {
      this.field = field;
      this.operator = operator;
      this.operand = operand;
      this.ready =
          switch (operand) {
            case Operand.Literal(var literal) when literal != null -> operator.with(literal);
            case Operand.Literal nothing -> operator.with("");
            case Operand.FromField other -> null;
          };
    }

    public String field() {
      return field;
    }

    public Operator operator() {
      return operator;
    }

    public Operand operand() {
      return operand;
    }

    @Override
    public Truth test(Facts facts) {
      var seen = facts.get(field);
      if (operator == Operator.EXISTS || operator == Operator.NOT_EXISTS) {
        return Truth.of(seen.isPresent() == (operator == Operator.EXISTS));
      }
      if (seen.isEmpty()) {
        return Truth.UNKNOWN;
      }
      var comparison =
          ready != null
              ? ready
              : operand.value(facts).map(operator::with).orElse(Comparison.UNKNOWN);
      return comparison.test().apply(seen.get(), facts);
    }

    @Override
    public Explanation explain(Facts facts) {
      return Explanation.leaf(
          field,
          operator,
          operand.value(facts).orElse(null),
          facts.get(field).orElse(null),
          test(facts));
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Leaf leaf
          && field.equals(leaf.field)
          && operator == leaf.operator
          && operand.equals(leaf.operand);
    }

    @Override
    public int hashCode() {
      return Objects.hash(field, operator, operand);
    }

    @Override
    public String toString() {
      return "%s %s %s".formatted(field, operator.wireName(), operand);
    }
  }

  /// Where the right-hand side of a comparison comes from.
  sealed interface Operand {
    /// Finds the value to compare with; nothing when it names a fact that is missing.
    Optional<Object> value(Facts facts);

    /// Written in the definition.
    record Literal(@Nullable Object literal) implements Operand {
      @Override
      public Optional<Object> value(Facts facts) {
        return Optional.ofNullable(literal);
      }
    }

    /// Another fact, by name (`value_from`).
    record FromField(String name) implements Operand {
      @Override
      public Optional<Object> value(Facts facts) {
        return facts.get(name);
      }
    }
  }
}
