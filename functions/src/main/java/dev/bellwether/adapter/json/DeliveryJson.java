package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Origin;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes deliveries, with every decision made about them, as JSON and reads them.
public final class DeliveryJson {
  private DeliveryJson() {}

  /// Writes a delivery; `repository` and `subject` are left out when it is about nothing we know.
  /// Each decision also says whether it `fires`, for readers' convenience.
  public static ObjectNode write(Delivery delivery) {
    var json = Json.object();
    json.put("id", delivery.id());
    json.put("event", delivery.event());
    json.put("received_at", delivery.receivedAt().toString());
    var subject = delivery.subject();
    if (subject != null) {
      json.put("repository", subject.repository());
      json.put("subject", subject.text());
    }
    Fields.putList(json, "decisions", delivery.decisions(), DeliveryJson::write);
    delivery.ifKept().ifPresent(happened -> putHappened(json, happened));
    return json;
  }

  /// Reads a delivery as [#write] wrote it.
  public static Delivery read(JsonNode json) {
    var subject = subject(json);
    return new Delivery(
        Fields.text(json, "id"),
        Fields.text(json, "event"),
        Fields.instant(json, "received_at"),
        subject,
        Fields.list(json, "decisions", DeliveryJson::decision),
        subject != null && json.has("facts") ? happened(json, subject) : null);
  }

  private static void putHappened(ObjectNode json, Event happened) {
    Fields.putTexts(
        json, "triggers", happened.triggers().stream().map(TriggerType::name).sorted().toList());
    json.put("occurred_at", happened.occurredAt().toString());
    if (happened.origin() instanceof Origin.Own(var execution)) {
      json.put("is_own", true);
      Fields.putIfPresent(json, "own_execution_id", execution);
    }
    json.set("facts", Json.tree(happened.facts().values()));
  }

  private static Event happened(JsonNode json, Subject subject) {
    return new Event(
        Fields.text(json, "event"),
        Fields.textsOrNone(json, "triggers").stream()
            .map(TriggerType::new)
            .collect(Collectors.toSet()),
        subject,
        new Facts(Fields.map(json, "facts")),
        Fields.instant(json, "occurred_at"),
        json.path("is_own").booleanValue()
            ? new Origin.Own(Fields.textOrNull(json, "own_execution_id"))
            : new Origin.Others());
  }

  private static @Nullable Subject subject(JsonNode json) {
    return json.has("subject")
        ? Subject.parse(Fields.text(json, "repository"), Fields.text(json, "subject"))
        : null;
  }

  /// Writes one decision.
  public static ObjectNode write(Decision decision) {
    var json = Json.object();
    json.put("workflow_id", decision.workflow().value());
    json.put("workflow_version", decision.version());
    json.put("workflow_name", decision.workflowName());
    json.put("workflow_state", Fields.constant(decision.state()));
    json.put("fires", decision.fires());
    json.set("explanation", ExplanationJson.write(decision.explanation()));
    return json;
  }

  private static Decision decision(JsonNode json) {
    return new Decision(
        new WorkflowId(Fields.text(json, "workflow_id")),
        Fields.integer(json, "workflow_version"),
        Fields.text(json, "workflow_name"),
        Fields.constant(json, "workflow_state", WorkflowState.class),
        ExplanationJson.read(json.required("explanation")));
  }
}
