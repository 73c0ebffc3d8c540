package dev.bellwether.domain.condition;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether values are the same, however deep they are.
final class Equality {
  /// Deeper than anything a definition can say; what is deeper still is not compared.
  private static final int DEEPEST = 50;

  private Equality() {}

  /// Compares two values; those of different types are unknown, not unequal.
  static Truth of(Object left, Object right) {
    return of(left, right, DEEPEST);
  }

  /// Looks for a value among members. One of another type is simply not the one looked for.
  static Truth isAmong(Collection<?> members, Object wanted) {
    return Truth.of(
        members.stream()
            .filter(Objects::nonNull)
            .anyMatch(member -> of(member, wanted) == Truth.TRUE));
  }

  private static Truth of(Object left, Object right, int depth) {
    if (depth == 0) {
      return Truth.UNKNOWN;
    }
    var numbers = Numbers.compare(left, right);
    if (numbers.isPresent()) {
      return Truth.of(numbers.getAsInt() == 0);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return lists(a, b, depth);
    }
    if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      return maps(a, b, depth);
    }
    return left.getClass() == right.getClass() ? Truth.of(left.equals(right)) : Truth.UNKNOWN;
  }

  private static Truth lists(List<?> left, List<?> right, int depth) {
    if (left.size() != right.size()) {
      return Truth.FALSE;
    }
    var result = Truth.TRUE;
    Iterator<?> others = right.iterator();
    for (var member : left) {
      result = result.and(members(member, others.next(), depth));
    }
    return result;
  }

  private static Truth maps(Map<?, ?> left, Map<?, ?> right, int depth) {
    if (!left.keySet().equals(right.keySet())) {
      return Truth.FALSE;
    }
    var result = Truth.TRUE;
    for (var entry : left.entrySet()) {
      result = result.and(members(entry.getValue(), right.get(entry.getKey()), depth));
    }
    return result;
  }

  private static Truth members(@Nullable Object left, @Nullable Object right, int depth) {
    return left == null || right == null
        ? Truth.of(left == null && right == null)
        : of(left, right, depth - 1);
  }
}
