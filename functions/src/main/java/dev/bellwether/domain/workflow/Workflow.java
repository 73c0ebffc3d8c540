package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a team wrote down: when these happen and this holds, do that.
///
/// Immutable; every save makes a new version and a running execution keeps the one it started with.
///
/// @param version counts saves from 1; 0 before the first
/// @param conditions all must hold
/// @param schedule present exactly when `schedule` is among the triggers
/// @param priority 1 to 10; the highest gets GitHub's write budget first
public record Workflow(
    WorkflowId id,
    int version,
    String name,
    String description,
    WorkflowState state,
    Set<TriggerType> triggers,
    @Nullable Schedule schedule,
    Condition conditions,
    List<ActionSpec> actions,
    int priority,
    Duration timeout) {

  public static final int STANDARD_PRIORITY = 5;
  public static final Duration STANDARD_TIMEOUT = Duration.ofHours(1);

  public Workflow {
    triggers = Set.copyOf(triggers);
    actions = List.copyOf(actions);
  }

  /// Finds when the workflow is due, if it is due by the clock at all.
  public Optional<Schedule> whenScheduled() {
    return Optional.ofNullable(schedule);
  }

  /// Copies the workflow under a version.
  public Workflow withVersion(int newVersion) {
    return new Workflow(
        id,
        newVersion,
        name,
        description,
        state,
        triggers,
        schedule,
        conditions,
        actions,
        priority,
        timeout);
  }

  /// Judges an event: whether it fires this workflow, and why.
  ///
  /// @return nothing when the workflow does not listen to the event or is paused
  public Optional<Decision> judge(Event event) {
    if (state == WorkflowState.PAUSED || event.triggers().stream().noneMatch(triggers::contains)) {
      return Optional.empty();
    }
    return Optional.of(new Decision(id, version, name, state, conditions.explain(event.facts())));
  }
}
