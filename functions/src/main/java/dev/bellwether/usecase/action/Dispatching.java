package dev.bellwether.usecase.action;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.WorkflowRuns;
import dev.bellwether.usecase.port.WorkflowRuns.Dispatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Starts workflows of GitHub Actions for steps, each once.
final class Dispatching {
  /// How far GitHub's clock may be behind ours.
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private final WorkflowRuns runs;

  Dispatching(WorkflowRuns runs) {
    this.runs = runs;
  }

  /// Starts a workflow; a repeat looks first for what was started since the step began.
  Outcome start(Call call, String workflow, Optional<String> ref, Map<String, String> inputs) {
    if (workflow.isBlank() || ref.isEmpty()) {
      return Outcome.failedForGood(
          "bad_parameters",
          "It is not known %s: what it is filled from is empty"
              .formatted(workflow.isBlank() ? "which workflow to start" : "on which ref to start"));
    }
    var dispatch = new Dispatch(workflow.strip(), ref.get(), inputs);
    var repository = call.subject().repository();
    var began = call.step().startedAt();
    return call.isRepeat() && began != null
        ? runs.dispatchOnce(repository, dispatch, began.minus(CLOCKS_DIFFER))
        : runs.dispatch(repository, dispatch);
  }

  /// Reads the inputs: GitHub takes texts only.
  static Map<String, String> inputs(Call call) {
    var inputs = new LinkedHashMap<String, String>();
    if (call.arguments().get("inputs") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> inputs.put(String.valueOf(name), String.valueOf(value)));
    }
    return inputs;
  }
}
