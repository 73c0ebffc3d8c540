package dev.bellwether.local.sandbox;

/// How much GitHub lets one caller do.
///
/// See <https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api>: a read
/// costs one point, a write five; every write counts as creating content.
///
/// @param requestsPerHour the primary limit; the others are the secondary ones
public record Limits(
    int contentPerMinute, int contentPerHour, int pointsPerMinute, int requestsPerHour) {

  /// GitHub's own numbers.
  public static Limits github() {
    return new Limits(80, 500, 900, 5_000);
  }

  /// None: for measuring what is ours.
  public static Limits none() {
    return new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }
}
