package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import org.jspecify.annotations.Nullable;

/// Writes executions, with steps, cause, facts and explanation, as JSON and reads them.
public final class ExecutionJson {
  private ExecutionJson() {}

  /// Writes an execution; what is null is left out.
  public static ObjectNode write(Execution execution) {
    var json = Json.object();
    json.put("id", execution.id().value());
    json.put("workflow_id", execution.workflow().value());
    json.put("workflow_version", execution.version());
    json.put("workflow_name", execution.workflowName());
    json.set("cause", cause(execution.cause()));
    json.put("repository", execution.subject().repository());
    json.put("subject", execution.subject().text());
    json.set("facts", Json.tree(execution.facts().values()));
    var explanation = execution.explanation();
    if (explanation != null) {
      json.set("explanation", ExplanationJson.write(explanation));
    }
    json.put("priority", execution.priority());
    json.put("state", Fields.constant(execution.state()));
    Fields.putList(json, "steps", execution.steps(), StepJson::write);
    json.put("created_at", execution.createdAt().toString());
    Fields.putIfPresent(json, "finished_at", execution.finishedAt());
    json.put("wake_at", execution.wakeAt().toString());
    json.put("deadline", execution.deadline().toString());
    return json;
  }

  /// Reads an execution as [#write] wrote it.
  public static Execution read(JsonNode json) {
    return new Execution(
        new ExecutionId(Fields.text(json, "id")),
        new WorkflowId(Fields.text(json, "workflow_id")),
        Fields.integer(json, "workflow_version"),
        Fields.text(json, "workflow_name"),
        cause(json.required("cause")),
        Subject.parse(Fields.text(json, "repository"), Fields.text(json, "subject")),
        new Facts(Fields.map(json, "facts")),
        explanation(json),
        Fields.integer(json, "priority"),
        Fields.constant(json, "state", ExecutionState.class),
        Fields.list(json, "steps", StepJson::read),
        Fields.instant(json, "created_at"),
        Fields.instantOrNull(json, "finished_at"),
        Fields.instant(json, "wake_at"),
        Fields.instant(json, "deadline"));
  }

  private static @Nullable Explanation explanation(JsonNode json) {
    return json.has("explanation") ? ExplanationJson.read(json.required("explanation")) : null;
  }

  private static ObjectNode cause(Cause cause) {
    var json = Json.object();
    json.put("id", cause.id());
    json.put("event", cause.event());
    var delivery = cause.delivery();
    if (delivery != null) {
      json.set("delivery", DeliveryJson.write(delivery));
    }
    return json;
  }

  private static Cause cause(JsonNode json) {
    return new Cause(
        Fields.text(json, "id"),
        Fields.text(json, "event"),
        json.has("delivery") ? DeliveryJson.read(json.required("delivery")) : null);
  }
}
