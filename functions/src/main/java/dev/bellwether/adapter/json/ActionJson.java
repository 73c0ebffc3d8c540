package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import java.time.Duration;
import java.util.Set;

/// Writes the actions of definitions as JSON and reads them, every key spelled out.
final class ActionJson {
  private ActionJson() {}

  static ObjectNode write(ActionSpec action) {
    var json = Json.object();
    json.put("id", action.id());
    json.put("type", action.type());
    json.set("parameters", Json.tree(action.parameters()));
    action.ifCondition().ifPresent(condition -> ConditionJson.putAll(json, "if", condition));
    if (action.delay().isPositive()) {
      json.put("delay_seconds", Fields.seconds(action.delay()));
    }
    action.ifTimeout().ifPresent(time -> json.put("timeout_seconds", Fields.seconds(time)));
    json.set("retry", retry(action.retry()));
    json.put("on_error", Fields.constant(action.onError()));
    return json;
  }

  static ActionSpec read(JsonNode json) {
    return new ActionSpec(
        Fields.text(json, "id"),
        Fields.text(json, "type"),
        Fields.map(json, "parameters"),
        json.has("if") ? ConditionJson.readAll(json, "if") : null,
        Fields.secondsOr(json, "delay_seconds", Duration.ZERO),
        Fields.secondsOrNull(json, "timeout_seconds"),
        retry(json.required("retry")),
        Fields.constant(json, "on_error", OnError.class));
  }

  private static ObjectNode retry(RetryPolicy retry) {
    var json = Json.object();
    json.put("max_attempts", retry.maxAttempts());
    json.put("initial_delay_seconds", Fields.seconds(retry.initialDelay()));
    json.put("backoff", retry.backoff());
    json.put("max_delay_seconds", Fields.seconds(retry.maxDelay()));
    json.put("jitter", Fields.constant(retry.jitter()));
    var total = retry.totalTimeout();
    if (total != null) {
      json.put("total_timeout_seconds", Fields.seconds(total));
    }
    if (!retry.nonRetryable().isEmpty()) {
      Fields.putTexts(json, "non_retryable", retry.nonRetryable().stream().sorted().toList());
    }
    return json;
  }

  private static RetryPolicy retry(JsonNode json) {
    return new RetryPolicy(
        Fields.integer(json, "max_attempts"),
        Fields.seconds(json, "initial_delay_seconds"),
        json.required("backoff").doubleValue(),
        Fields.seconds(json, "max_delay_seconds"),
        Fields.constant(json, "jitter", Jitter.class),
        Fields.secondsOrNull(json, "total_timeout_seconds"),
        Set.copyOf(Fields.textsOrNone(json, "non_retryable")));
  }
}
