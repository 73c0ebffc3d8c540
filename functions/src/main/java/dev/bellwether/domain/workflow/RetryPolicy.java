package dev.bellwether.domain.workflow;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says how often and how patiently a failed action is tried again.
///
/// @param maxAttempts calls in all, the first included; 1 to 20
/// @param initialDelay no wait is shorter
/// @param backoff what each wait is multiplied by for the next; at least 1
/// @param maxDelay no wait is longer, except one that the other side asked for
/// @param jitter how a wait is drawn
/// @param totalTimeout from the beginning of the first attempt: no other begins after it; null for
///   no such end
/// @param nonRetryable codes of failures that are not tried again although they may pass
public record RetryPolicy(
    int maxAttempts,
    Duration initialDelay,
    double backoff,
    Duration maxDelay,
    Jitter jitter,
    @Nullable Duration totalTimeout,
    Set<String> nonRetryable) {

  /// How a wait is drawn: `none` grows by the backoff from the first delay on; `full` draws
  /// uniformly between the first delay and what `none` would wait the time after, so that many that
  /// failed at once do not come back at once.
  ///
  /// After <https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>, which draws
  /// from nothing on; a floor keeps the promise that `initial_delay_seconds` makes.
  public enum Jitter {
    FULL,
    NONE
  }

  public RetryPolicy {
    nonRetryable = Set.copyOf(nonRetryable);
    if (maxAttempts < 1 || maxAttempts > 20 || !(backoff >= 1)) {
      throw new IllegalArgumentException("A retry policy makes 1 to 20 attempts, its backoff ≥ 1");
    }
    if (initialDelay.isNegative() || maxDelay.compareTo(initialDelay) < 0) {
      throw new IllegalArgumentException(
          "A retry policy's first delay is not negative, and its longest not shorter than that");
    }
  }

  /// Three attempts, two seconds doubling up to five minutes, full jitter.
  public static RetryPolicy standard() {
    return new RetryPolicy(
        3, Duration.ofSeconds(2), 2.0, Duration.ofMinutes(5), Jitter.FULL, null, Set.of());
  }

  /// Tells whether a failure of this kind is worth another attempt at all.
  public boolean retries(String code) {
    return !nonRetryable.contains(code);
  }

  /// Tells whether another attempt is allowed after so many.
  public boolean allowsAnotherAfter(int attempts) {
    return attempts < maxAttempts;
  }

  /// Computes the wait before the next attempt.
  ///
  /// @param attempts how many were made, at least 1
  /// @param elapsed since the first of them began
  /// @param asked how long the other side asked us to wait; zero where it did not
  /// @param random drawn uniformly from [0, 1)
  /// @return nothing when there is to be no other attempt
  public Optional<Duration> waitAfter(
      int attempts, Duration elapsed, Duration asked, double random) {
    if (!allowsAnotherAfter(attempts)) {
      return Optional.empty();
    }
    var ours = delayAfter(attempts, random);
    var wait = asked.compareTo(ours) > 0 ? asked : ours;
    return totalTimeout != null && elapsed.plus(wait).compareTo(totalTimeout) > 0
        ? Optional.empty()
        : Optional.of(wait);
  }

  /// Computes the wait of our own choice before the next attempt.
  Duration delayAfter(int attempts, double random) {
    if (jitter == Jitter.NONE) {
      return grown(attempts - 1);
    }
    var spread = grown(attempts).minus(initialDelay).toMillis();
    return initialDelay.plusMillis((long) (spread * random));
  }

  private Duration grown(int times) {
    var millis = initialDelay.toMillis() * Math.pow(backoff, times);
    return Duration.ofMillis((long) Math.min(millis, (double) maxDelay.toMillis()));
  }
}
