package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.domain.workflow.RetryPolicy.Jitter;

/// Writes the steps of executions as JSON and reads them; `action` is the definition's entry in the
/// definition's own keys, `parameters` beside it are as rendered.
final class StepJson {
  private StepJson() {}

  static ObjectNode write(Step step) {
    var json = Json.object();
    json.set("action", action(step.action()));
    json.put("state", Fields.constant(step.state()));
    json.put("attempts", step.attempts());
    Fields.putIfPresent(json, "started_at", step.startedAt());
    Fields.putIfPresent(json, "finished_at", step.finishedAt());
    json.set("parameters", Json.tree(step.parameters()));
    json.set("result", Json.tree(step.result()));
    Fields.putIfPresent(json, "error", step.error());
    return json;
  }

  static Step read(JsonNode json) {
    return new Step(
        action(json.required("action")),
        Fields.constant(json, "state", StepState.class),
        Fields.integer(json, "attempts"),
        Fields.instantOrNull(json, "started_at"),
        Fields.instantOrNull(json, "finished_at"),
        Fields.map(json, "parameters"),
        Fields.map(json, "result"),
        Fields.textOrNull(json, "error"));
  }

  private static ObjectNode action(ActionSpec action) {
    var json = Json.object();
    json.put("id", action.id());
    json.put("type", action.type());
    json.set("parameters", Json.tree(action.parameters()));
    json.set("retry", retry(action.retry()));
    json.put("on_error", Fields.constant(action.onError()));
    return json;
  }

  private static ActionSpec action(JsonNode json) {
    return new ActionSpec(
        Fields.text(json, "id"),
        Fields.text(json, "type"),
        Fields.map(json, "parameters"),
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
    return json;
  }

  private static RetryPolicy retry(JsonNode json) {
    return new RetryPolicy(
        Fields.integer(json, "max_attempts"),
        Fields.seconds(json, "initial_delay_seconds"),
        json.required("backoff").doubleValue(),
        Fields.seconds(json, "max_delay_seconds"),
        Fields.constant(json, "jitter", Jitter.class));
  }
}
