package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.fact.DocumentedFact;
import dev.bellwether.domain.fact.FactGroup;
import java.util.Set;
import java.util.stream.Collectors;

/// The facts that GitHub is asked for when an execution begins, where no event has told them.
public final class LookedUp {
  private static final Set<String> NAMES =
      FactGroup.PULL_REQUEST.facts().stream()
          .filter(DocumentedFact::isLookedUp)
          .map(DocumentedFact::name)
          .collect(Collectors.toUnmodifiableSet());

  private LookedUp() {}

  /// Lists them all.
  public static Set<String> names() {
    return NAMES;
  }

  /// Lists those that conditions name, or go into, and that are not known.
  public static Set<String> missing(Condition conditions, Facts known) {
    return conditions.fields().stream()
        .map(Facts::factOf)
        .filter(NAMES::contains)
        .filter(name -> known.get(name).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
