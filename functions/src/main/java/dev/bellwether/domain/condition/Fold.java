package dev.bellwether.domain.condition;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;

/// Forgets upper and lower case, in text and in lists of text; what is deeper is not looked at.
final class Fold {
  private Fold() {}

  static Object of(Object value) {
    return value instanceof Collection<?> members
        ? members.stream().filter(Objects::nonNull).map(Fold::text).toList()
        : text(value);
  }

  private static Object text(Object value) {
    return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
  }
}
