package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
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
    Fields.putList(json, "decisions", delivery.decisions(), DeliveryJson::decision);
    return json;
  }

  /// Reads a delivery as [#write] wrote it.
  public static Delivery read(JsonNode json) {
    return new Delivery(
        Fields.text(json, "id"),
        Fields.text(json, "event"),
        Fields.instant(json, "received_at"),
        subject(json),
        Fields.list(json, "decisions", DeliveryJson::decision));
  }

  private static @Nullable Subject subject(JsonNode json) {
    return json.has("subject")
        ? Subject.parse(Fields.text(json, "repository"), Fields.text(json, "subject"))
        : null;
  }

  private static ObjectNode decision(Decision decision) {
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
