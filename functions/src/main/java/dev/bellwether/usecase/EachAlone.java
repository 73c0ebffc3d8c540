package dev.bellwether.usecase;

import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Gives each of many its turn, whatever becomes of the others.
final class EachAlone {
  private EachAlone() {}

  /// Does the work for each; then throws the first failure, with the others suppressed in it.
  static <T> void of(Collection<T> many, Consumer<T> work) {
    @Nullable RuntimeException first = null;
    for (var one : many) {
      try {
        work.accept(one);
      } catch (RuntimeException broken) {
        if (first == null) {
          first = broken;
        } else {
          first.addSuppressed(broken);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
