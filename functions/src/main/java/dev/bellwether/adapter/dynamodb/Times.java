package dev.bellwether.adapter.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes instants so that they sort as text, and lifetimes as DynamoDB deletes by.
final class Times {
  /// How long things are kept once they are over.
  private static final Duration KEPT = Duration.ofDays(90);

  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /// Writes an instant in UTC to the millisecond, always as wide; what is finer is cut off.
  static String text(Instant instant) {
    return SORTABLE.format(instant);
  }

  /// Says when something that was over at an instant may be deleted, in epoch seconds.
  static long expiry(Instant over) {
    return over.plus(KEPT).getEpochSecond();
  }
}
