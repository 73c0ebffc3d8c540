package dev.bellwether.domain.condition;

import java.util.Collection;
import java.util.Locale;

/// Forgets upper and lower case, in text and in lists of text.
final class Fold {
  private Fold() {}

  static Object of(Object value) {
    return switch (value) {
      case String text -> text.toLowerCase(Locale.ROOT);
      case Collection<?> members -> members.stream().map(m -> m == null ? "" : of(m)).toList();
      default -> value;
    };
  }
}
