package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the workflows that an event could set off among many, without asking most of them.
///
/// Built once. A workflow whose conditions demand one of a few values of a fact is asked only about
/// events that have such a value; the others are asked about every event of their triggers. Nothing
/// that could fire is ever left out.
public final class WorkflowIndex {
  private static final Comparator<Workflow> BY_ID =
      Comparator.comparing(workflow -> workflow.id().value());

  private static final Listeners NONE = new Listeners();

  private final Map<TriggerType, Listeners> byTrigger = new HashMap<>();

  /// The workflows of one trigger: those asked always, and by fact and value those asked then.
  private record Listeners(
      List<Workflow> all, List<Workflow> always, Map<String, Map<String, List<Workflow>>> byFact) {
    Listeners() {
      this(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    }

    void add(Workflow workflow, TriggerType trigger) {
      all.add(workflow);
      var demand = Demand.of(workflow, trigger);
      if (demand.isEmpty()) {
        always.add(workflow);
        return;
      }
      var byValue = byFact.computeIfAbsent(demand.get().fact(), fact -> new HashMap<>());
      demand
          .get()
          .values()
          .forEach(v -> byValue.computeIfAbsent(v, value -> new ArrayList<>()).add(workflow));
    }

    void addCandidates(Facts facts, Set<Workflow> candidates) {
      candidates.addAll(always);
      byFact.forEach(
          (fact, byValue) -> {
            var seen = facts.get(fact);
            if (seen.isPresent()) {
              Demand.key(seen.get())
                  .ifPresent(key -> candidates.addAll(byValue.getOrDefault(key, List.of())));
            } else if (LookedUp.names().contains(fact)) {
              byValue.values().forEach(candidates::addAll);
            }
          });
    }
  }

  /// Indexes workflows; those that are paused are left out.
  public WorkflowIndex(Collection<Workflow> workflows) {
    workflows.stream()
        .filter(workflow -> workflow.state() != WorkflowState.PAUSED)
        .sorted(BY_ID)
        .forEach(this::add);
  }

  private void add(Workflow workflow) {
    workflow.triggers().stream()
        .map(Trigger::type)
        .distinct()
        .forEach(type -> byTrigger.computeIfAbsent(type, t -> new Listeners()).add(workflow, type));
  }

  /// Lists those that listen to any of the triggers, each once, by id.
  public List<Workflow> listeningTo(Collection<TriggerType> triggers) {
    return triggers.stream()
        .flatMap(trigger -> listeners(trigger).all().stream())
        .distinct()
        .sorted(BY_ID)
        .toList();
  }

  /// Counts those that listen to the triggers, one that listens to several once for each.
  public int countListening(Collection<TriggerType> triggers) {
    return triggers.stream().mapToInt(trigger -> listeners(trigger).all().size()).sum();
  }

  /// Lists those that the event could set off, each once, in no order: all that would fire, and
  /// some that would not.
  public Collection<Workflow> candidates(Event event) {
    Set<Workflow> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
    event.triggers().forEach(t -> listeners(t).addCandidates(event.facts(), candidates));
    return candidates;
  }

  private Listeners listeners(TriggerType trigger) {
    return byTrigger.getOrDefault(trigger, NONE);
  }
}
