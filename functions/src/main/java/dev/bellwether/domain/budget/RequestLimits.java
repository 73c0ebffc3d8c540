package dev.bellwether.domain.budget;

/// What GitHub allows an account in any sliding window.
///
/// @param contentsPerMinute requests that make content
/// @param contentsPerHour the same, in an hour
/// @param pointsPerMinute reads and writes, weighed
public record RequestLimits(int contentsPerMinute, int contentsPerHour, int pointsPerMinute) {
  /// GitHub's secondary limits:
  /// <https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits>.
  public static final RequestLimits STANDARD = new RequestLimits(80, 500, 900);

  /// For a GitHub of one's own that has its limits switched off.
  public static final RequestLimits NONE =
      new RequestLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
}
