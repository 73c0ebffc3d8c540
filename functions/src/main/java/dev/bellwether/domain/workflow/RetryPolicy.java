package dev.bellwether.domain.workflow;

import java.time.Duration;

/// Says how often and how patiently a failed action is tried again.
///
/// @param maxAttempts calls in all, the first included; 1 to 20
/// @param initialDelay the cap of the first wait
/// @param backoff what each wait's cap is multiplied by; at least 1
/// @param maxDelay no wait's cap grows beyond it
/// @param jitter how a wait is drawn below its cap
public record RetryPolicy(
    int maxAttempts, Duration initialDelay, double backoff, Duration maxDelay, Jitter jitter) {

  /// How a wait is drawn: `full` uniformly between nothing and the cap, `none` the cap itself.
  ///
  /// Full jitter: <https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/>.
  public enum Jitter {
    FULL,
    NONE
  }

  public RetryPolicy {
    if (maxAttempts < 1 || maxAttempts > 20 || backoff < 1 || initialDelay.isNegative()) {
      throw new IllegalArgumentException(
          "A retry policy makes 1 to 20 attempts with a backoff of at least 1 and no negative"
              + " delay");
    }
  }

  /// Three attempts, two seconds doubling up to five minutes, full jitter.
  public static RetryPolicy standard() {
    return new RetryPolicy(3, Duration.ofSeconds(2), 2.0, Duration.ofMinutes(5), Jitter.FULL);
  }

  /// Tells whether another attempt is allowed after so many.
  public boolean allowsAnotherAfter(int attempts) {
    return attempts < maxAttempts;
  }

  /// Computes the wait before the next attempt.
  ///
  /// @param attempts how many were made, at least 1
  /// @param random drawn uniformly from [0, 1)
  public Duration delayAfter(int attempts, double random) {
    var capMillis =
        Math.min(
            (double) maxDelay.toMillis(),
            (double) initialDelay.toMillis() * Math.pow(backoff, attempts - 1.0));
    return Duration.ofMillis((long) (jitter == Jitter.FULL ? capMillis * random : capMillis));
  }
}
