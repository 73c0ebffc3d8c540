package dev.bellwether.domain.execution;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.workflow.Concurrency;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an execution has to pass before its first step: asked by whoever carries it out, so that
/// what starts it reads nothing.
///
/// @param undecided conditions that cannot be judged before facts are looked up; null when they
///   were judged
/// @param concurrency its key filled in; null where executions do not mind each other
/// @param cooldown at most one execution for the subject in that time; zero for any number
public record Gate(
    @Nullable Condition undecided, @Nullable Concurrency concurrency, Duration cooldown) {

  /// Lets everything pass.
  public static final Gate NONE = new Gate(null, null, Duration.ZERO);

  /// Finds the conditions still to be judged.
  public Optional<Condition> ifUndecided() {
    return Optional.ofNullable(undecided);
  }

  /// Finds how it minds others.
  public Optional<Concurrency> ifConcurrent() {
    return Optional.ofNullable(concurrency);
  }
}
