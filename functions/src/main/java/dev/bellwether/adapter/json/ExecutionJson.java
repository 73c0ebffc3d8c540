package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Progress;
import dev.bellwether.domain.execution.WorkflowRef;
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
    json.put("workflow_id", execution.workflow().id().value());
    json.put("workflow_version", execution.workflow().version());
    json.put("workflow_name", execution.workflow().name());
    json.set("cause", CauseJson.write(execution.cause()));
    json.put("repository", execution.subject().repository());
    json.put("subject", execution.subject().text());
    json.set("facts", Json.tree(execution.facts().values()));
    var explanation = execution.explanation();
    if (explanation != null) {
      json.set("explanation", ExplanationJson.write(explanation));
    }
    execution.ifUndecided().ifPresent(c -> ConditionJson.putAll(json, "undecided", c));
    LimitsJson.put(json, execution.limits());
    json.put("created_at", execution.createdAt().toString());
    putProgress(json, execution.progress());
    return json;
  }

  private static void putProgress(ObjectNode json, Progress progress) {
    json.put("state", Fields.constant(progress.state()));
    Fields.putList(json, "steps", progress.steps(), StepJson::write);
    Fields.putList(json, "signals", progress.signals(), SignalJson::write);
    Fields.putIfPresent(json, "admitted_at", progress.admittedAt());
    Fields.putIfPresent(json, "note", progress.note());
    json.put("wake_at", progress.wakeAt().toString());
    json.put("deadline", progress.deadline().toString());
    Fields.putIfPresent(json, "finished_at", progress.finishedAt());
    var ending = progress.ending();
    if (ending != null) {
      json.putObject("ending")
          .put("state", Fields.constant(ending.state()))
          .put("because", ending.because());
    }
  }

  /// Reads an execution as [#write] wrote it.
  public static Execution read(JsonNode json) {
    return new Execution(
        new ExecutionId(Fields.text(json, "id")),
        new WorkflowRef(
            new WorkflowId(Fields.text(json, "workflow_id")),
            Fields.integer(json, "workflow_version"),
            Fields.text(json, "workflow_name")),
        CauseJson.read(json.required("cause")),
        Subject.parse(Fields.text(json, "repository"), Fields.text(json, "subject")),
        new Facts(Fields.map(json, "facts")),
        explanation(json),
        json.has("undecided") ? ConditionJson.readAll(json, "undecided") : null,
        LimitsJson.read(json),
        Fields.instant(json, "created_at"),
        progress(json));
  }

  private static @Nullable Explanation explanation(JsonNode json) {
    return json.has("explanation") ? ExplanationJson.read(json.required("explanation")) : null;
  }

  private static Progress progress(JsonNode json) {
    return new Progress(
        Fields.constant(json, "state", ExecutionState.class),
        Fields.list(json, "steps", StepJson::read),
        Fields.list(json, "signals", SignalJson::read),
        Fields.instantOrNull(json, "admitted_at"),
        Fields.textOrNull(json, "note"),
        Fields.instant(json, "wake_at"),
        Fields.instant(json, "deadline"),
        Fields.instantOrNull(json, "finished_at"),
        ending(json.path("ending")));
  }

  private static @Nullable Ending ending(JsonNode json) {
    return json.isObject()
        ? new Ending(
            Fields.constant(json, "state", ExecutionState.class), Fields.text(json, "because"))
        : null;
  }
}
