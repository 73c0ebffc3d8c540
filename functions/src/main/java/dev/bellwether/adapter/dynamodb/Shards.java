package dev.bellwether.adapter.dynamodb;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/// Spreads what would be one hot partition of an index over [#COUNT].
///
/// Which shard a thing is in must never change: by [String#hashCode], which Java specifies.
final class Shards {
  /// Four times the 1,000 writes a second of one partition; each list costs as many queries.
  static final int COUNT = 4;

  private Shards() {}

  /// Names the shard that a key belongs to.
  static String of(String prefix, String key) {
    return prefix + "#" + Math.floorMod(key.hashCode(), COUNT);
  }

  /// Names the shard that a key belongs to among those of a day.
  static String ofDay(Instant at, String key) {
    return of(day(at).toString(), key);
  }

  /// Names all shards.
  static List<String> all(String prefix) {
    return IntStream.range(0, COUNT).mapToObj(n -> prefix + "#" + n).toList();
  }

  /// Finds the day that an instant is in.
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
