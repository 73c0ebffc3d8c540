package dev.bellwether.domain.condition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Values looked for, made ready once: a text is found by its hash, the rest by comparing.
///
/// One of another type is simply not the one looked for, so that nothing here is unknown.
final class Wanted {
  private final List<?> all;
  private final Set<Object> texts = new HashSet<>();
  private final List<?> others;

  private Wanted(List<?> all) {
    this.all = all;
    this.others = all.stream().filter(value -> !(value instanceof String)).toList();
    all.stream().filter(String.class::isInstance).forEach(texts::add);
  }

  /// Makes a list ready, or a single value; what is null in it is not looked for.
  static Wanted of(Object expected) {
    return new Wanted(
        expected instanceof Collection<?> list
            ? list.stream().filter(Objects::nonNull).toList()
            : List.of(expected));
  }

  /// Tells whether a value is among those looked for.
  boolean has(Object value) {
    return value instanceof String
        ? texts.contains(value) || isIn(others, value)
        : isIn(value instanceof Number ? all : others, value);
  }

  /// Tells whether any member is among those looked for.
  boolean hasAnyOf(Collection<?> members) {
    return members.stream().filter(Objects::nonNull).anyMatch(this::has);
  }

  /// Tells whether all that is looked for is among the members.
  boolean areAllIn(Collection<?> members) {
    return all.stream().allMatch(value -> Equality.isAmong(members, value) == Truth.TRUE);
  }

  private static boolean isIn(List<?> values, Object value) {
    return values.stream().anyMatch(one -> Equality.of(one, value) == Truth.TRUE);
  }
}
