package dev.bellwether.usecase.action;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.Stage;
import java.util.Map;

/// Makes calls as the engine makes them: parameters rendered, an attempt begun.
final class Calls {
  private Calls() {}

  static Call first(Action action, Map<String, Object> parameters, Facts facts) {
    return attempt(1, action, Stage.PR, parameters, facts, Map.of());
  }

  static Call first(Action action, Subject subject, Map<String, Object> parameters, Facts facts) {
    return attempt(1, action, subject, parameters, facts, Map.of());
  }

  static Call second(Action action, Map<String, Object> parameters, Map<String, Object> progress) {
    return attempt(2, action, Stage.PR, parameters, Facts.none(), progress);
  }

  private static Call attempt(
      int number,
      Action action,
      Subject subject,
      Map<String, Object> parameters,
      Facts facts,
      Map<String, Object> progress) {
    var spec = ActionSpec.of("step-1", action.signature().type(), parameters);
    var execution = Stage.execution(subject, facts, spec);
    var rendered = action.signature().render(parameters, facts);
    var step = execution.steps().getFirst();
    for (int i = 1; i < number; i++) {
      step =
          step.startedAt(Stage.T0, rendered)
              .failing(Stage.T0, Failure.Transient.of("busy"), progress);
    }
    return new Call(execution, step.startedAt(Stage.T0, rendered), rendered, Stage.T0);
  }
}
