package dev.bellwether.domain.workflow;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a workflow does, in order, and what it does once when that fails.
public record Plan(List<Stage> stages, List<ActionSpec> onFailure) {
  public Plan {
    stages = List.copyOf(stages);
    onFailure = List.copyOf(onFailure);
  }

  /// One action after the other.
  public static Plan of(List<ActionSpec> actions) {
    return new Plan(actions.stream().map(Stage::of).toList(), List.of());
  }

  /// Goes through every action, those for failures last.
  public Stream<ActionSpec> all() {
    return Stream.concat(
        stages.stream().flatMap(stage -> stage.actions().stream()), onFailure.stream());
  }

  /// Measures how long the actions are put off, one stage after the other.
  public Duration delays() {
    return stages.stream()
        .map(
            stage ->
                stage.actions().stream()
                    .map(ActionSpec::delay)
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// Tells whether there is nothing to do.
  public boolean isEmpty() {
    return stages.isEmpty();
  }
}
