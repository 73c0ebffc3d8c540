package dev.bellwether.domain.workflow;

import dev.bellwether.domain.fact.FactGroup;
import java.util.List;

/// Facts that a workflow mentions and that no event which sets it off can carry: slips of the pen,
/// mostly. They are no faults, as they may come with a later version, but what depends on them
/// never fires and is filled in with nothing.
public final class UnknownFacts {
  private UnknownFacts() {}

  /// Lists them by name.
  public static List<String> of(Workflow workflow) {
    return workflow.factsMentioned().stream()
        .filter(fact -> !fact.startsWith("steps."))
        .filter(fact -> !isCarried(workflow, fact))
        .sorted()
        .toList();
  }

  /// A member of a list, and how many it has, is known where the list is.
  private static boolean isCarried(Workflow workflow, String fact) {
    var dot = fact.indexOf('.');
    var name = dot < 0 || fact.startsWith("event.") ? fact : fact.substring(0, dot);
    return FactGroup.RESERVED.has(name)
        || workflow.triggers().stream().anyMatch(trigger -> trigger.type().canCarry(name));
  }
}
