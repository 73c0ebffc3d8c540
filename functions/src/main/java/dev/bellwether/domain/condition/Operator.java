package dev.bellwether.domain.condition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The comparisons a condition can make, by the names used in definitions.
///
/// A missing fact gives [Truth#UNKNOWN], except where being missing is the question. Values of
/// different types are unknown too, not unequal; a number and a numeric string compare as numbers.
public enum Operator {
  EQ,
  NE,
  GT,
  LT,
  GTE,
  LTE,
  BETWEEN,
  IN,
  NOT_IN,
  CONTAINS,
  NOT_CONTAINS,
  STARTS_WITH,
  ENDS_WITH,
  ANY_OF,
  ALL_OF,
  NONE_OF,
  EXISTS,
  NOT_EXISTS,
  EMPTY,
  NOT_EMPTY;

  /// Finds an operator by its name in definitions, such as `not_in`.
  public static Optional<Operator> named(String wireName) {
    return Arrays.stream(values()).filter(o -> o.wireName().equals(wireName)).findFirst();
  }

  /// Names this operator as definitions do.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Tells whether the operator compares with a value; `exists`, `empty` and their opposites do
  /// not.
  public boolean takesValue() {
    return switch (this) {
      case EXISTS, NOT_EXISTS, EMPTY, NOT_EMPTY -> false;
      default -> true;
    };
  }

  /// Tells whether the value compared with must be a list.
  public boolean takesList() {
    return switch (this) {
      case IN, NOT_IN, ANY_OF, ALL_OF, NONE_OF, BETWEEN -> true;
      default -> false;
    };
  }

  /// Compares.
  ///
  /// @param seen the fact's value, null when missing
  /// @param expected the value to compare with, null when it names a missing fact
  public Truth test(@Nullable Object seen, @Nullable Object expected) {
    if (this == EXISTS || this == NOT_EXISTS) {
      return Truth.of((seen != null) == (this == EXISTS));
    }
    if (seen == null || (takesValue() && expected == null)) {
      return Truth.UNKNOWN;
    }
    return compare(seen, expected == null ? "" : expected);
  }

  private Truth compare(Object seen, Object expected) {
    return switch (this) {
      case EQ -> equal(seen, expected);
      case NE -> equal(seen, expected).negate();
      case GT -> ordered(seen, expected, c -> c > 0);
      case LT -> ordered(seen, expected, c -> c < 0);
      case GTE -> ordered(seen, expected, c -> c >= 0);
      case LTE -> ordered(seen, expected, c -> c <= 0);
      case BETWEEN -> between(seen, expected);
      case IN -> anyEqual(list(expected), seen);
      case NOT_IN -> anyEqual(list(expected), seen).negate();
      case CONTAINS -> contains(seen, expected);
      case NOT_CONTAINS -> contains(seen, expected).negate();
      case STARTS_WITH -> text(seen, expected, Text.STARTS);
      case ENDS_WITH -> text(seen, expected, Text.ENDS);
      case ANY_OF -> membership(seen, expected, false);
      case ALL_OF -> membership(seen, expected, true);
      case NONE_OF -> membership(seen, expected, false).negate();
      case EMPTY -> empty(seen);
      case NOT_EMPTY -> empty(seen).negate();
      case EXISTS, NOT_EXISTS -> Truth.UNKNOWN;
    };
  }

  private static Truth equal(Object left, Object right) {
    var numbers = Numbers.compare(left, right);
    if (numbers.isPresent()) {
      return Truth.of(numbers.getAsInt() == 0);
    }
    return left.getClass() == right.getClass() || bothLists(left, right)
        ? Truth.of(left.equals(right))
        : Truth.UNKNOWN;
  }

  private static boolean bothLists(Object left, Object right) {
    return left instanceof List && right instanceof List;
  }

  private static Truth ordered(Object left, Object right, IntPredicate holds) {
    var numbers = Numbers.compare(left, right);
    if (numbers.isPresent()) {
      return Truth.of(holds.test(numbers.getAsInt()));
    }
    return left instanceof String a && right instanceof String b
        ? Truth.of(holds.test(a.compareTo(b)))
        : Truth.UNKNOWN;
  }

  private static Truth between(Object seen, Object expected) {
    return expected instanceof List<?> range && range.size() == 2 && noneNull(range)
        ? GTE.test(seen, range.get(0)).and(LTE.test(seen, range.get(1)))
        : Truth.UNKNOWN;
  }

  private static boolean noneNull(List<?> list) {
    return list.stream().noneMatch(v -> v == null);
  }

  private static Truth contains(Object seen, Object expected) {
    return seen instanceof Collection<?> members
        ? anyEqual(members, expected)
        : text(seen, expected, Text.CONTAINS);
  }

  private static Truth membership(Object seen, Object expected, boolean all) {
    if (!(seen instanceof Collection<?> members) || !(expected instanceof Collection<?> wanted)) {
      return Truth.UNKNOWN;
    }
    var each = wanted.stream().map(w -> w == null ? Truth.UNKNOWN : anyEqual(members, w));
    return all ? each.reduce(Truth.TRUE, Truth::and) : each.reduce(Truth.FALSE, Truth::or);
  }

  /// A member of another type is simply not the one looked for, so unknown counts as no match here.
  private static Truth anyEqual(Collection<?> members, Object wanted) {
    return Truth.of(members.stream().anyMatch(m -> m != null && equal(m, wanted) == Truth.TRUE));
  }

  private static Collection<?> list(Object expected) {
    return expected instanceof Collection<?> c ? c : List.of(expected);
  }

  private static Truth empty(Object seen) {
    return switch (seen) {
      case String s -> Truth.of(s.isEmpty());
      case Collection<?> c -> Truth.of(c.isEmpty());
      case Map<?, ?> m -> Truth.of(m.isEmpty());
      default -> Truth.UNKNOWN;
    };
  }

  private static Truth text(Object seen, Object expected, Text how) {
    return seen instanceof String s && expected instanceof String e
        ? Truth.of(how.test(s, e))
        : Truth.UNKNOWN;
  }

  private enum Text {
    STARTS,
    ENDS,
    CONTAINS;

    boolean test(String seen, String expected) {
      return switch (this) {
        case STARTS -> seen.startsWith(expected);
        case ENDS -> seen.endsWith(expected);
        case CONTAINS -> seen.contains(expected);
      };
    }
  }
}
