package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.execution.Step;
import java.util.Locale;

/// Puts into a sentence, for people, why something did not happen.
final class Because {
  private Because() {}

  /// Says why conditions do not hold: the first that stands in the way, and what was seen.
  static String not(Explanation explained) {
    return explained
        .firstObstacle()
        .map(
            obstacle ->
                obstacle.field() == null
                    ? "Its conditions do not hold"
                    : "%s %s %s is %s; seen: %s"
                        .formatted(
                            obstacle.field(),
                            obstacle.operator(),
                            obstacle.expected() == null ? "" : obstacle.expected(),
                            obstacle.truth().name().toLowerCase(Locale.ROOT),
                            obstacle.seen() == null ? "nothing" : obstacle.seen()))
        .orElse("Its conditions hold");
  }

  /// Says which step failed and how.
  static String failed(Step step) {
    return "%s: %s".formatted(step.action().id(), step.ifFailed().orElse("it failed"));
  }
}
