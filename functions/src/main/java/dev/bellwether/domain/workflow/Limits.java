package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of a workflow there may be, and how urgent it is.
///
/// @param concurrency null where executions do not mind each other
/// @param cooldown at most one execution for a subject in that time; zero for any number
/// @param priority 1 to 10; the highest gets GitHub's write budget first
/// @param timeout for a whole execution, from its creation
public record Limits(
    @Nullable Concurrency concurrency, Duration cooldown, int priority, Duration timeout) {
  public static final int STANDARD_PRIORITY = 5;
  public static final Duration STANDARD_TIMEOUT = Duration.ofHours(1);

  public Limits {
    if (priority < 1 || priority > 10 || cooldown.isNegative() || !timeout.isPositive()) {
      throw new IllegalArgumentException(
          "A priority is 1 to 10, a cooldown not negative and a timeout positive");
    }
  }

  /// No limit but the time: priority 5, an hour.
  public static Limits standard() {
    return new Limits(null, Duration.ZERO, STANDARD_PRIORITY, STANDARD_TIMEOUT);
  }

  /// Finds how executions mind each other, if they do.
  public Optional<Concurrency> ifConcurrent() {
    return Optional.ofNullable(concurrency);
  }

  /// Copies the limits as an execution has them: the key filled in, and no concurrency that allows
  /// everything anyway.
  public Limits filledIn(Facts facts) {
    var filled =
        ifConcurrent()
            .filter(c -> c.policy() != Concurrency.Policy.ALLOW)
            .map(c -> c.filledIn(facts))
            .orElse(null);
    return new Limits(filled, cooldown, priority, timeout);
  }

  /// Copies the limits with how executions mind each other.
  public Limits withConcurrency(Concurrency newConcurrency) {
    return new Limits(newConcurrency, cooldown, priority, timeout);
  }

  /// Copies the limits under another priority.
  public Limits withPriority(int newPriority) {
    return new Limits(concurrency, cooldown, newPriority, timeout);
  }
}
