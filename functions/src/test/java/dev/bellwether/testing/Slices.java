package dev.bellwether.testing;

import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Cuts parts out of lists in memory.
final class Slices {
  private Slices() {}

  /// Lists a part, the newest first; what is of one time by its id.
  static <T> Slice<T> of(
      Stream<T> all, Function<T, Instant> time, Function<T, String> id, Part part) {
    part.after().ifPresent(Slices::check);
    Function<T, String> place = one -> "%s %s".formatted(time.apply(one), id.apply(one));
    var found =
        all.filter(one -> !time.apply(one).isBefore(part.from()))
            .filter(one -> time.apply(one).isBefore(part.to()))
            .filter(one -> part.after().filter(p -> place.apply(one).compareTo(p) >= 0).isEmpty())
            .sorted(Comparator.comparing(place).reversed())
            .limit(part.limit() + 1L)
            .toList();
    return cut(found, place, part.limit());
  }

  private static void check(String place) {
    try {
      Instant.parse(place.split(" ", -1)[0]);
    } catch (DateTimeParseException noTime) {
      throw new Part.Misplaced(place);
    }
  }

  /// Cuts one too many off, and says where to go on.
  static <T> Slice<T> cut(List<T> found, Function<T, String> place, int limit) {
    return found.size() <= limit
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(found.subList(0, limit), Optional.of(place.apply(found.get(limit - 1))));
  }
}
