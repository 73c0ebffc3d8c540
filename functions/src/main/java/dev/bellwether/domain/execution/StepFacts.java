package dev.bellwether.domain.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What later steps may ask about earlier ones: `steps.<id>.state`, `steps.<id>.result.<name>`.
final class StepFacts {
  private StepFacts() {}

  static Map<String, Object> of(List<Step> steps) {
    var byId = new LinkedHashMap<String, Object>();
    for (var step : steps) {
      byId.put(
          step.action().id(),
          Map.of(
              "state",
              step.state().name().toLowerCase(Locale.ROOT),
              "result",
              step.result(),
              "error",
              step.ifFailed().orElse("")));
    }
    return byId;
  }
}
