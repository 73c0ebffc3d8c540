package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an event would set off, without any of it done.
///
/// The workflow is judged as if it were active. Cooldown and concurrency, which depend on what else
/// runs, are left out.
///
/// @param explanation of all that was asked; null when it does not listen
/// @param lookedUp the facts that GitHub would be asked for before it is decided
/// @param steps what would run if it fires; none when it does not
public record Simulation(
    Workflow workflow,
    Verdict verdict,
    @Nullable Explanation explanation,
    Set<String> lookedUp,
    List<SimulatedStep> steps) {
  public Simulation {
    lookedUp = Set.copyOf(lookedUp);
    steps = List.copyOf(steps);
  }

  /// How it came out.
  public enum Verdict {
    /// None of its triggers is what the event counts as.
    NOT_LISTENING,
    /// It was our own doing, which its triggers do not include.
    OWN_DOING,
    /// A filter or a condition is false, or cannot be known.
    DOES_NOT_FIRE,
    /// It depends on facts that are looked up.
    DEPENDS_ON_LOOKUP,
    FIRES
  }

  /// Simulates.
  ///
  /// @param now at which it is judged
  /// @param types by which parameters are escaped
  public static Simulation of(
      Workflow workflow, Event happened, Instant now, Collection<ActionSignature> types) {
    var event = happened.judgedAt(now);
    return workflow
        .withState(WorkflowState.ACTIVE)
        .asks(event)
        .map(asked -> judged(workflow, asked, event, types))
        .orElseGet(() -> deaf(workflow, event));
  }

  private static Simulation judged(
      Workflow workflow, Condition asked, Event event, Collection<ActionSignature> types) {
    var explanation = asked.explain(event.facts());
    var missing =
        explanation.truth() == Truth.UNKNOWN
            ? LookedUp.missing(asked, event.facts())
            : Set.<String>of();
    var verdict =
        explanation.truth() == Truth.TRUE
            ? Verdict.FIRES
            : missing.isEmpty() ? Verdict.DOES_NOT_FIRE : Verdict.DEPENDS_ON_LOOKUP;
    var steps =
        verdict == Verdict.DOES_NOT_FIRE ? List.<SimulatedStep>of() : steps(workflow, event, types);
    return new Simulation(workflow, verdict, explanation, missing, steps);
  }

  private static Simulation deaf(Workflow workflow, Event event) {
    var isOwn =
        workflow.triggers().stream().map(Trigger::type).anyMatch(event.triggers()::contains);
    return new Simulation(
        workflow, isOwn ? Verdict.OWN_DOING : Verdict.NOT_LISTENING, null, Set.of(), List.of());
  }

  private static List<SimulatedStep> steps(
      Workflow workflow, Event event, Collection<ActionSignature> types) {
    var steps = new ArrayList<SimulatedStep>();
    var stage = 0;
    for (var together : workflow.plan().stages()) {
      for (var action : together.actions()) {
        steps.add(SimulatedStep.of(action, stage, event.facts(), types));
      }
      stage++;
    }
    return steps;
  }
}
