package dev.bellwether.domain.execution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What set an execution off.
///
/// @param id names the cause among all causes: a delivery id, `schedule:<instant>`,
///   `escalation:<clock>:<level>`, `execution:<id>/<step>`, `replay:<id>:<request>`
/// @param event what happened, in the sender's words
/// @param depth how many executions of ours led to it, one by the other; 0 when the world did
/// @param parent the step that waits for this one's end; null when none does
public record Cause(String id, String event, int depth, @Nullable Parent parent) {
  /// How many executions may lead to one another before the chain is cut.
  public static final int MAX_DEPTH = 5;

  /// A cause outside of us.
  public static Cause of(String id, String event) {
    return new Cause(id, event, 0, null);
  }

  /// Copies the cause at a depth.
  public Cause atDepth(int newDepth) {
    return new Cause(id, event, newDepth, parent);
  }

  /// A step of an execution.
  public record Parent(ExecutionId execution, String step) {}

  /// Copies the cause with a step that waits for the end.
  public Cause awaitedBy(Parent waiting) {
    return new Cause(id, event, depth, waiting);
  }

  /// Finds the step that waits for the end.
  public Optional<Parent> ifAwaited() {
    return Optional.ofNullable(parent);
  }
}
