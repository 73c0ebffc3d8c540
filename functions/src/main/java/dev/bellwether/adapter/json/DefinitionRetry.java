package dev.bellwether.adapter.json;

import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads how patiently an action is tried again: `retry`, or `retry_count` by itself.
final class DefinitionRetry {
  static final int MOST_ATTEMPTS = 20;
  static final int GREATEST_BACKOFF = 10;
  static final int MOST_CODES = 50;
  static final int LONGEST_CODE = 60;
  static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*");
  static final Duration LONGEST_DELAY = Duration.ofDays(1);
  static final Duration SHORTEST_TOTAL = Duration.ofSeconds(1);
  static final Duration LONGEST_TOTAL = Duration.ofDays(30);

  private DefinitionRetry() {}

  static RetryPolicy read(Draft action) {
    var attempts = attempts(action, "retry_count");
    var retry = action.object("retry");
    if (attempts.isPresent() && action.has("retry")) {
      action.fault("Write retry or retry_count, not both", "retry_count");
    }
    return retry.map(DefinitionRetry::policy).orElseGet(() -> attempting(attempts));
  }

  private static RetryPolicy attempting(Optional<Integer> attempts) {
    var standard = RetryPolicy.standard();
    return new RetryPolicy(
        attempts.orElse(standard.maxAttempts()),
        standard.initialDelay(),
        standard.backoff(),
        standard.maxDelay(),
        standard.jitter(),
        standard.totalTimeout(),
        standard.nonRetryable());
  }

  private static RetryPolicy policy(Draft retry) {
    var standard = RetryPolicy.standard();
    if (retry.has("retry_count") && retry.has("max_attempts")) {
      retry.fault("Write max_attempts, of which retry_count is the old name", "retry_count");
    }
    var older = attempts(retry, "retry_count");
    var attempts = attempts(retry, "max_attempts").or(() -> older);
    var initial = delay(retry, "initial_delay_seconds").orElse(standard.initialDelay());
    var backoff = retry.decimal("backoff", 1, GREATEST_BACKOFF);
    var longest = longest(retry, initial);
    var jitter = retry.constant("jitter", Jitter.class);
    var total = retry.seconds("total_timeout_seconds", SHORTEST_TOTAL, LONGEST_TOTAL);
    var codes = codes(retry);
    retry.refuseOthers();
    return new RetryPolicy(
        attempts.orElse(standard.maxAttempts()),
        initial,
        backoff.orElse(standard.backoff()),
        longest,
        jitter.orElse(standard.jitter()),
        total.orElse(null),
        codes);
  }

  private static Optional<Integer> attempts(Draft draft, String key) {
    return draft.integer(key, 1, MOST_ATTEMPTS);
  }

  private static Optional<Duration> delay(Draft retry, String key) {
    return retry.seconds(key, Duration.ZERO, LONGEST_DELAY);
  }

  /// Where it is not written, the standard one; the first delay where that is longer.
  private static Duration longest(Draft retry, Duration initial) {
    var written = delay(retry, "max_delay_seconds");
    if (written.filter(longest -> longest.compareTo(initial) < 0).isPresent()) {
      retry.fault(
          "max_delay_seconds must not be less than initial_delay_seconds, %s"
              .formatted(Fields.seconds(initial).toPlainString()),
          "max_delay_seconds");
    }
    var longest = written.orElse(RetryPolicy.standard().maxDelay());
    return longest.compareTo(initial) < 0 ? initial : longest;
  }

  private static Set<String> codes(Draft retry) {
    var codes = retry.texts("non_retryable", MOST_CODES, LONGEST_CODE);
    codes.stream()
        .filter(code -> !CODE.matcher(code).matches())
        .forEach(
            code ->
                retry.fault(
                    "A failure's code is in snake_case: http_404, timeout", "non_retryable"));
    return Set.copyOf(codes);
  }
}
