package dev.bellwether.domain.execution;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why an action did not succeed, sorted by what may be done about it.
public sealed interface Failure {
  /// The code of a failure that nobody gave a more telling one.
  String UNSPECIFIED = "failed";

  /// The code where we held a request back ourselves: no attempt was made.
  String OUT_OF_BUDGET = "out_of_budget";

  /// The code where the other side has had enough of us for now.
  String RATE_LIMITED = "rate_limited";

  /// Names the kind of failure in snake_case, for definitions (`retry.non_retryable`) and for
  /// alarms: `http_404`, `rate_limited`, `timeout`.
  String code();

  /// Says in one sentence what went wrong; shown to people, never parsed, never a secret in it.
  String reason();

  /// May work next time: a timeout, a 5xx, a throttle.
  ///
  /// @param retryAfter how long the other side asked us to wait; null when it did not say
  record Transient(String code, String reason, @Nullable Duration retryAfter) implements Failure {
    /// A failure of no particular kind.
    public Transient(String reason, @Nullable Duration retryAfter) {
      this(UNSPECIFIED, reason, retryAfter);
    }

    /// A failure whose wait is ours to choose.
    public static Transient of(String reason) {
      return new Transient(reason, null);
    }

    /// Tells whether nothing went wrong but the time: it is no attempt that counts.
    public boolean isOfLimits() {
      return code.equals(OUT_OF_BUDGET) || code.equals(RATE_LIMITED);
    }

    /// Finds how long the other side asked us to wait.
    public Optional<Duration> askedWait() {
      return Optional.ofNullable(retryAfter);
    }
  }

  /// Will fail the same way every time: a 404, a bad parameter, a missing permission.
  record Permanent(String code, String reason) implements Failure {
    /// A failure of no particular kind.
    public Permanent(String reason) {
      this(UNSPECIFIED, reason);
    }
  }
}
