package dev.bellwether.domain.condition;

import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Any;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Not;
import dev.bellwether.domain.condition.Condition.Operand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A value of a fact, or one of its members, by which conditions can be looked up: those that need
/// other values cannot hold.
///
/// Values that some operator takes for the same are the same clue, whatever their case and type.
///
/// @param key made of the value
public record Clue(String fact, Object key) {
  /// The key that every text gives: it may have the part that is looked for.
  private enum AnyText {
    ANY_TEXT
  }

  /// Tells whether it is given by every text.
  public boolean isAnyText() {
    return key instanceof AnyText;
  }

  /// Lists the clues that facts give by one value.
  public static List<Clue> givenBy(String fact, Object value) {
    var clues = new ArrayList<Clue>();
    if (value instanceof Collection<?> members) {
      for (var member : members) {
        key(member).ifPresent(key -> clues.add(new Clue(fact, key)));
      }
      return clues;
    }
    key(value).ifPresent(key -> clues.add(new Clue(fact, key)));
    if (value instanceof String) {
      clues.add(new Clue(fact, AnyText.ANY_TEXT));
    }
    return clues;
  }

  /// Finds what a condition needs: of each set, at least one clue, or it is not true. There may be
  /// no set.
  public static List<Set<Clue>> neededBy(Condition condition) {
    return switch (condition) {
      case All(var parts) -> parts.stream().flatMap(part -> neededBy(part).stream()).toList();
      case Any(var parts) -> neededByAny(parts);
      case Leaf leaf -> neededBy(leaf);
      case Not not -> List.of();
    };
  }

  private static List<Set<Clue>> neededByAny(List<Condition> parts) {
    var together = new HashSet<Clue>();
    for (var part : parts) {
      var needed = neededBy(part);
      if (needed.isEmpty()) {
        return List.of();
      }
      together.addAll(needed.getFirst());
    }
    return List.of(together);
  }

  private static List<Set<Clue>> neededBy(Leaf leaf) {
    if (!(leaf.operand() instanceof Operand.Literal(var literal)) || literal == null) {
      return List.of();
    }
    return switch (leaf.operator()) {
      case EQ, IEQ -> anyOf(leaf, Stream.of(literal));
      case IN, IIN, ANY_OF, IANY_OF -> anyOf(leaf, each(literal));
      case ALL_OF, IALL_OF ->
          each(literal).flatMap(one -> anyOf(leaf, Stream.of(one)).stream()).toList();
      case GLOB, IGLOB ->
          each(literal).allMatch(Clue::isPlain) ? anyOf(leaf, each(literal)) : List.of();
      case CONTAINS, ICONTAINS -> anyOf(leaf, Stream.of(literal, AnyText.ANY_TEXT));
      default -> List.of();
    };
  }

  private static List<Set<Clue>> anyOf(Leaf leaf, Stream<?> values) {
    var clues = new HashSet<Clue>();
    for (var value : values.toList()) {
      var key = key(value);
      if (key.isEmpty()) {
        return List.of();
      }
      clues.add(new Clue(leaf.field(), key.get()));
    }
    return List.of(clues);
  }

  private static Stream<?> each(Object literal) {
    return literal instanceof Collection<?> many ? many.stream() : Stream.of(literal);
  }

  private static boolean isPlain(Object glob) {
    return glob instanceof String text && GlobText.of(text).rest() == GlobText.Rest.NOTHING;
  }

  /// Nothing for lists and objects, which are compared as a whole.
  private static Optional<Object> key(Object value) {
    return switch (value) {
      case Boolean truth -> Optional.of(truth);
      case AnyText text -> Optional.of(text);
      case String text -> number(text).or(() -> Optional.of(text.toLowerCase(Locale.ROOT)));
      case Number number -> number(number);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Object> number(Object value) {
    return Numbers.read(value).map(BigDecimal::stripTrailingZeros);
  }
}
