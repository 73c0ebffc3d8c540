package dev.bellwether.domain.workflow;

import java.util.List;

/// Actions that run at the same time; the next stage begins when all of them have ended.
///
/// A stage of one is how an action by itself is written.
public record Stage(List<ActionSpec> actions) {
  public Stage {
    actions = List.copyOf(actions);
    if (actions.isEmpty()) {
      throw new IllegalArgumentException("A stage has at least one action");
    }
  }

  /// A stage of one action.
  public static Stage of(ActionSpec action) {
    return new Stage(List.of(action));
  }

  /// Tells whether there is anything to run at the same time.
  public boolean isParallel() {
    return actions.size() > 1;
  }
}
