package dev.bellwether.domain.workflow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the workflows that an event could set off among many, without asking most of them.
///
/// Built once. A workflow whose conditions need one of a few values of a fact is asked only about
/// events that have such a value; the others are asked about every event of their triggers. Nothing
/// that could fire is ever left out, be it after facts are looked up.
public final class WorkflowIndex {
  private final List<Workflow> workflows;
  private final Map<TriggerType, Listeners> byTrigger = new HashMap<>();

  /// Indexes workflows; those that are paused are left out.
  public WorkflowIndex(Collection<Workflow> all) {
    workflows =
        all.stream()
            .filter(workflow -> workflow.state() != WorkflowState.PAUSED)
            .sorted(Comparator.comparing(workflow -> workflow.id().value()))
            .toList();
    workflows.stream()
        .flatMap(workflow -> workflow.triggers().stream())
        .map(Trigger::type)
        .distinct()
        .forEach(type -> byTrigger.put(type, new Listeners(type, workflows)));
  }

  /// Lists those that listen to any of the triggers, each once, by id.
  public List<Workflow> listeningTo(Collection<TriggerType> triggers) {
    return named(listening(triggers));
  }

  /// Counts those that listen to any of the triggers.
  public int countListening(Collection<TriggerType> triggers) {
    return listening(triggers).cardinality();
  }

  /// Lists those that the event could set off, each once, by id: all that would fire, and some that
  /// would not.
  public List<Workflow> candidates(Event event) {
    var candidates = new BitSet(workflows.size());
    for (var trigger : event.triggers()) {
      var listeners = byTrigger.get(trigger);
      if (listeners != null) {
        listeners.addCandidates(event.facts(), candidates);
      }
    }
    return named(candidates);
  }

  private BitSet listening(Collection<TriggerType> triggers) {
    var listening = new BitSet();
    for (var trigger : triggers) {
      var listeners = byTrigger.get(trigger);
      if (listeners != null) {
        listening.or(listeners.all());
      }
    }
    return listening;
  }

  private List<Workflow> named(BitSet numbers) {
    var named = new ArrayList<Workflow>();
    for (int n = numbers.nextSetBit(0); n >= 0; n = numbers.nextSetBit(n + 1)) {
      named.add(workflows.get(n));
    }
    return Collections.unmodifiableList(named);
  }
}
