package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Incident.Entry;
import dev.bellwether.domain.escalation.Incident.Hold;
import dev.bellwether.domain.sla.ClockId;
import org.jspecify.annotations.Nullable;

/// Writes incidents as JSON and reads them.
public final class IncidentJson {
  private IncidentJson() {}

  /// Writes an incident; `metric`, `repository` and `subject` are for readers' convenience.
  public static ObjectNode write(Incident incident) {
    var json = Json.object();
    json.put("key", incident.key());
    json.put("clock", incident.clock().text());
    json.put("metric", incident.clock().metric().wireName());
    json.put("repository", incident.clock().subject().repository());
    json.put("subject", incident.clock().subject().text());
    json.put("state", Fields.constant(incident.state()));
    json.put("level", incident.level());
    json.put("told", incident.told());
    json.put("round", incident.round());
    json.put("opened_at", incident.openedAt().toString());
    var hold = incident.hold();
    if (hold != null) {
      json.putObject("hold").put("by", hold.by()).put("until", hold.until().toString());
    }
    Fields.putIfPresent(json, "resolved_at", incident.resolvedAt());
    Fields.putList(json, "timeline", incident.timeline(), IncidentJson::write);
    json.put("revision", incident.revision());
    return json;
  }

  /// Reads an incident as [#write] wrote it.
  public static Incident read(JsonNode json) {
    return new Incident(
        ClockId.parse(Fields.text(json, "clock")),
        Fields.constant(json, "state", Incident.State.class),
        Fields.integer(json, "level"),
        Fields.integer(json, "told"),
        Fields.integer(json, "round"),
        Fields.instant(json, "opened_at"),
        hold(json.path("hold")),
        Fields.instantOrNull(json, "resolved_at"),
        Fields.list(json, "timeline", IncidentJson::entry),
        json.required("revision").longValue());
  }

  private static @Nullable Hold hold(JsonNode json) {
    return json.isObject()
        ? new Hold(Fields.text(json, "by"), Fields.instant(json, "until"))
        : null;
  }

  private static ObjectNode write(Entry entry) {
    return Json.object()
        .put("at", entry.at().toString())
        .put("by", entry.by())
        .put("what", entry.what());
  }

  private static Entry entry(JsonNode json) {
    return new Entry(
        Fields.instant(json, "at"), Fields.text(json, "by"), Fields.text(json, "what"));
  }
}
