package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Truth;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An action as it would be carried out.
///
/// @param stage counts from 0; those of one stage run at once
/// @param runs whether its `if` holds; unknown where that asks what only an earlier step, or
///   GitHub, can tell
/// @param condition how its `if` came out; null where it has none
/// @param parameters filled in and escaped as the action gets them
public record SimulatedStep(
    String id,
    String type,
    int stage,
    Truth runs,
    @Nullable Explanation condition,
    Map<String, Object> parameters) {
  public SimulatedStep {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  static SimulatedStep of(
      ActionSpec action, int stage, Facts facts, Collection<ActionSignature> types) {
    var condition = action.ifCondition().map(asked -> asked.explain(facts));
    var parameters =
        types.stream()
            .filter(type -> type.type().equals(action.type()))
            .findFirst()
            .map(type -> type.render(action.parameters(), facts))
            .orElse(action.parameters());
    return new SimulatedStep(
        action.id(),
        action.type(),
        stage,
        condition.map(Explanation::truth).orElse(Truth.TRUE),
        condition.orElse(null),
        parameters);
  }
}
