package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One action as a definition writes it: parameters are templates, filled in when it runs.
///
/// @param id unique within its workflow; `step-1`, `step-2` … when the definition names none
/// @param type an action type's name, such as `assign_reviewer`
/// @param condition `if`: the action is skipped unless this holds when its turn comes; null where
///   nothing is asked
/// @param delay how long its turn is put off
/// @param timeout from its first attempt to its last; null where only the execution's counts
public record ActionSpec(
    String id,
    String type,
    Map<String, Object> parameters,
    @Nullable Condition condition,
    Duration delay,
    @Nullable Duration timeout,
    RetryPolicy retry,
    OnError onError) {

  /// What a failure of this action means for the actions after it.
  public enum OnError {
    FAIL,
    CONTINUE
  }

  public ActionSpec {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (delay.isNegative()) {
      throw new IllegalArgumentException("A delay is not negative");
    }
  }

  /// An action with the standard retry policy that fails its execution when it fails.
  public static ActionSpec of(String id, String type, Map<String, Object> parameters) {
    return new ActionSpec(
        id, type, parameters, null, Duration.ZERO, null, RetryPolicy.standard(), OnError.FAIL);
  }

  /// Finds what must hold for the action to be carried out.
  public Optional<Condition> ifCondition() {
    return Optional.ofNullable(condition);
  }

  /// Finds how long the action may take, retries included.
  public Optional<Duration> ifTimeout() {
    return Optional.ofNullable(timeout);
  }

  /// Lists the facts, and paths of the payload, that its parameters and condition mention.
  Set<String> factsMentioned() {
    var mentioned = new HashSet<>(Template.namesIn(parameters));
    ifCondition().map(Condition::fields).ifPresent(mentioned::addAll);
    return mentioned;
  }

  /// Copies the action with what its failure means.
  public ActionSpec onError(OnError other) {
    return new ActionSpec(id, type, parameters, condition, delay, timeout, retry, other);
  }

  /// Copies the action with how patiently it is tried again.
  public ActionSpec retrying(RetryPolicy other) {
    return new ActionSpec(id, type, parameters, condition, delay, timeout, other, onError);
  }

  /// Copies the action with what must hold for it.
  public ActionSpec when(Condition other) {
    return new ActionSpec(id, type, parameters, other, delay, timeout, retry, onError);
  }

  /// Copies the action put off.
  public ActionSpec delayedBy(Duration other) {
    return new ActionSpec(id, type, parameters, condition, other, timeout, retry, onError);
  }

  /// Copies the action with how long it may take.
  public ActionSpec within(Duration other) {
    return new ActionSpec(id, type, parameters, condition, delay, other, retry, onError);
  }
}
