package dev.bellwether.usecase.port;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;

/// A part of a list.
///
/// @param next where the list goes on, as the store alone understands it; nothing at its end. What
///   is added at the front meanwhile moves nothing.
public record Slice<T>(List<T> items, Optional<String> next) {
  public Slice {
    items = List.copyOf(items);
  }

  /// Cuts a part out of a list that is there as a whole and short: by how many came before.
  ///
  /// @param after how many came before; empty at the start
  /// @throws Part.Misplaced when it is no number
  public static <T> Slice<T> ofWhole(List<T> whole, String after, int limit) {
    if (!after.matches("\\d{0,6}")) {
      throw new Part.Misplaced(after);
    }
    var from = Math.min(after.isEmpty() ? 0 : Integer.parseInt(after), whole.size());
    var to = Math.min(from + limit, whole.size());
    return new Slice<>(
        whole.subList(from, to),
        to < whole.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
  }

  /// Cuts a part out of a list that is numbered, the highest first.
  ///
  /// @param before reads what comes before a number
  /// @param after the number to go on after; empty at the start
  /// @throws Part.Misplaced when it is no number
  public static <T> Slice<T> numbered(
      IntFunction<List<T>> before, ToLongFunction<T> number, String after, int limit) {
    if (!after.isEmpty() && !after.matches("[1-9]\\d{0,8}")) {
      throw new Part.Misplaced(after);
    }
    var items = before.apply(after.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(after));
    return new Slice<>(
        items,
        items.size() < limit
            ? Optional.empty()
            : Optional.of(String.valueOf(number.applyAsLong(items.getLast()))));
  }
}
