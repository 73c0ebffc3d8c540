package dev.bellwether.domain.execution;

/// How an execution came to its end, or is coming to it while its `on_failure` actions run.
///
/// @param state a final one
/// @param because one sentence, for people
public record Ending(ExecutionState state, String because) {
  public Ending {
    if (!state.isFinal()) {
      throw new IllegalArgumentException("An ending is final, " + state + " is not");
    }
  }
}
