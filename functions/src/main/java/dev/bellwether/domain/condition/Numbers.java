package dev.bellwether.domain.condition;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Compares numbers exactly, whatever type they arrived in.
final class Numbers {
  /// Plain decimals only, and not so long that comparing them costs anything.
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

  private Numbers() {}

  /// Compares two values when at least one is a number and the other reads as one.
  static OptionalInt compare(Object left, Object right) {
    if (!(left instanceof Number) && !(right instanceof Number)) {
      return OptionalInt.empty();
    }
    if (isWhole(left) && isWhole(right)) {
      return OptionalInt.of(
          Long.compare(((Number) left).longValue(), ((Number) right).longValue()));
    }
    var a = read(left);
    var b = read(right);
    return a.isPresent() && b.isPresent()
        ? OptionalInt.of(a.get().compareTo(b.get()))
        : OptionalInt.empty();
  }

  /// Most texts are told by their first character, for a small part of what a pattern costs.
  private static boolean beginsLikeOne(String text) {
    return !text.isEmpty() && text.charAt(0) <= '9';
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  /// Reads a number, also one written as text.
  static Optional<BigDecimal> read(Object value) {
    return switch (value) {
      case BigDecimal d -> Optional.of(d);
      case Double d when !Double.isFinite(d) -> Optional.empty();
      case Number n -> Optional.of(new BigDecimal(n.toString()));
      case String s when beginsLikeOne(s) && DECIMAL.matcher(s).matches() ->
          Optional.of(new BigDecimal(s));
      default -> Optional.empty();
    };
  }
}
