package dev.bellwether.domain.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One action as a definition writes it: parameters are templates, filled in when it runs.
///
/// @param id unique within its workflow; `step-1`, `step-2` … when the definition names none
/// @param type an action type's name, such as `assign_reviewer`
public record ActionSpec(
    String id, String type, Map<String, Object> parameters, RetryPolicy retry, OnError onError) {

  /// What a failure of this action means for the actions after it.
  public enum OnError {
    FAIL,
    CONTINUE
  }

  public ActionSpec {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /// An action with the standard retry policy that fails its execution when it fails.
  public static ActionSpec of(String id, String type, Map<String, Object> parameters) {
    return new ActionSpec(id, type, parameters, RetryPolicy.standard(), OnError.FAIL);
  }
}
