package dev.bellwether.domain.condition;

import java.util.List;
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

  /// Judges the facts and keeps every judgement on the way, also of parts that no longer matter.
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
    public Explanation explain(Facts facts) {
      var explained = parts.stream().map(part -> part.explain(facts)).toList();
      var truth = explained.stream().map(Explanation::truth).reduce(Truth.FALSE, Truth::or);
      return Explanation.group("any", truth, explained);
    }
  }

  /// Holds when the part is false; unknown stays unknown.
  record Not(Condition part) implements Condition {
    @Override
    public Explanation explain(Facts facts) {
      var explained = part.explain(facts);
      return Explanation.group("not", explained.truth().negate(), List.of(explained));
    }
  }

  /// Compares one fact with a value.
  record Leaf(String field, Operator operator, Operand operand) implements Condition {
    @Override
    public Explanation explain(Facts facts) {
      var seen = facts.get(field);
      var expected = operand.value(facts);
      var truth = operator.test(seen.orElse(null), expected.orElse(null));
      return Explanation.leaf(field, operator, expected.orElse(null), seen.orElse(null), truth);
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
