package dev.bellwether.usecase.action;

import dev.bellwether.domain.workflow.ActionSignature;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Holds the action types by name.
public final class Actions {
  private final Map<String, Action> byType;

  /// Registers action types.
  ///
  /// @throws IllegalStateException when two have one name
  public Actions(Collection<Action> actions) {
    byType =
        actions.stream().collect(Collectors.toMap(a -> a.signature().type(), Function.identity()));
  }

  /// Finds one by name.
  public Optional<Action> named(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /// Lists what every type declares, by name.
  public List<ActionSignature> signatures() {
    return byType.values().stream()
        .map(Action::signature)
        .sorted(Comparator.comparing(ActionSignature::type))
        .toList();
  }
}
