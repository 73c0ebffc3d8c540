package dev.bellwether.contract;

import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Goes through lists part by part.
final class Parts {
  private Parts() {}

  /// Asks for what is of the last days, up to and with an instant.
  static Part lastDays(Instant now, int days, int limit) {
    var to = now.plusMillis(1);
    return new Part(to.minus(Duration.ofDays(days)), to, Optional.empty(), limit);
  }

  /// Reads a list to its end, and returns the parts.
  static <T> List<List<T>> all(Part first, Function<Part, Slice<T>> list) {
    var parts = new ArrayList<List<T>>();
    var next = Optional.of(first);
    while (next.isPresent()) {
      var slice = list.apply(next.get());
      parts.add(slice.items());
      next = slice.next().map(first::goingOn);
    }
    return parts;
  }
}
