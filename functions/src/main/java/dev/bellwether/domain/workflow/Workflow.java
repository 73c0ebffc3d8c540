package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Any;
import dev.bellwether.domain.condition.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a team wrote down: when these happen and this holds, do that.
///
/// Immutable; every save makes a new version and a running execution keeps the one it started with.
///
/// @param version counts saves from 1; 0 before the first
/// @param triggers any of them sets it off
/// @param schedule present exactly when `schedule` is among the triggers
/// @param conditions all must hold
public record Workflow(
    WorkflowId id,
    int version,
    About about,
    WorkflowState state,
    List<Trigger> triggers,
    @Nullable Schedule schedule,
    Condition conditions,
    Plan plan,
    Limits limits) {

  public Workflow {
    triggers = List.copyOf(triggers);
  }

  /// An active workflow, not saved yet, with the standard limits.
  public static Workflow of(
      WorkflowId id, String name, List<Trigger> triggers, Condition conditions, Plan plan) {
    return new Workflow(
        id,
        0,
        About.named(name),
        WorkflowState.ACTIVE,
        triggers,
        null,
        conditions,
        plan,
        Limits.standard());
  }

  /// Says what people call it.
  public String name() {
    return about.name();
  }

  /// Finds when the workflow is due, if it is due by the clock at all.
  public Optional<Schedule> whenScheduled() {
    return Optional.ofNullable(schedule);
  }

  /// Copies the workflow under a version.
  public Workflow withVersion(int newVersion) {
    return new Workflow(id, newVersion, about, state, triggers, schedule, conditions, plan, limits);
  }

  /// Copies the workflow in another state.
  public Workflow withState(WorkflowState newState) {
    return new Workflow(id, version, about, newState, triggers, schedule, conditions, plan, limits);
  }

  /// Copies the workflow due by the clock.
  public Workflow withSchedule(Schedule newSchedule) {
    return new Workflow(id, version, about, state, triggers, newSchedule, conditions, plan, limits);
  }

  /// Copies the workflow within other limits.
  public Workflow withLimits(Limits newLimits) {
    return new Workflow(id, version, about, state, triggers, schedule, conditions, plan, newLimits);
  }

  /// Finds what must hold for an event to fire this workflow: that it passes the filter of one of
  /// the triggers it counts as, and the conditions.
  ///
  /// @return nothing when the workflow does not listen to the event or is paused
  public Optional<Condition> asks(Event event) {
    var filters = new ArrayList<Condition>();
    for (var trigger : triggers) {
      if (event.triggers().contains(trigger.type()) && trigger.takes(event.origin())) {
        filters.add(trigger.filter().condition());
      }
    }
    if (filters.isEmpty() || state == WorkflowState.PAUSED) {
      return Optional.empty();
    }
    return Optional.of(
        filters.contains(TriggerFilter.NONE.condition())
            ? conditions
            : new All(List.of(new Any(filters), conditions)));
  }

  /// Judges an event: whether it fires this workflow, and why.
  ///
  /// @return nothing when the workflow does not listen to the event or is paused
  public Optional<Decision> judge(Event event) {
    return asks(event).map(asked -> decision(asked.explain(event.facts())));
  }

  /// Writes down how what it asks came out.
  public Decision decision(Explanation explanation) {
    return new Decision(id, version, name(), state, explanation);
  }

  /// Lists the facts, and paths of the payload, that its conditions, actions and key mention: what
  /// an execution has to keep.
  public Set<String> factsMentioned() {
    var inActions = plan.all().flatMap(action -> action.factsMentioned().stream());
    var inKey = limits.ifConcurrent().stream().flatMap(c -> Template.namesIn(c.key()).stream());
    var inFilters = triggers.stream().flatMap(t -> t.filter().condition().fields().stream());
    return Stream.of(conditions.fields().stream(), inFilters, inActions, inKey)
        .flatMap(Function.identity())
        .collect(Collectors.toUnmodifiableSet());
  }
}
