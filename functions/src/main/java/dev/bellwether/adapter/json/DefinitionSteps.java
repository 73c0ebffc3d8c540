package dev.bellwether.adapter.json;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The ids of the actions read so far: no two are the same, and `steps.<id>` may only ask about
/// actions that have ended by then.
final class DefinitionSteps {
  private final Set<String> taken = new HashSet<>();
  private final Set<String> ended = new HashSet<>();

  /// Takes an id.
  ///
  /// @return false when it is taken already
  boolean take(String id) {
    return taken.add(id);
  }

  /// Counts every action so far as ended.
  void end() {
    ended.addAll(taken);
  }

  /// Refuses names of steps that cannot have ended when they are asked about.
  void check(Collection<String> names, Draft draft, String... at) {
    names.stream()
        .filter(name -> name.startsWith("steps."))
        .map(name -> name.split("\\.", -1)[1])
        .filter(id -> !ended.contains(id))
        .distinct()
        .sorted()
        .forEach(id -> draft.fault(detail(id), at));
  }

  private String detail(String id) {
    if (ended.isEmpty()) {
      return "steps.%s: no action has ended when this is asked".formatted(id);
    }
    return taken.contains(id)
        ? "steps.%s has not ended when this is asked: only earlier actions have".formatted(id)
        : Nearest.unknown("earlier action", id, ended);
  }
}
