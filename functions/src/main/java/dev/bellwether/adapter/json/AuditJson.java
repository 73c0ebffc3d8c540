package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.domain.audit.Deed;
import dev.bellwether.domain.audit.Verification;
import java.time.LocalDate;

/// Writes entries of the audit log as JSON and reads them.
public final class AuditJson {
  private AuditJson() {}

  /// Writes an entry for stores: what was before and after as the text that its seal is of.
  public static ObjectNode write(AuditEntry entry) {
    var deed = entry.deed();
    var json = Json.object().put("day", entry.day().toString()).put("number", entry.number());
    json.put("at", deed.at().toString());
    json.put("actor", deed.actor()).put("actor_name", deed.actorName());
    json.put("action", deed.action()).put("target", deed.target());
    Fields.putIfPresent(json, "before", deed.before());
    Fields.putIfPresent(json, "after", deed.after());
    json.put("correlation_id", deed.correlationId());
    return json.put("previous", entry.previous()).put("seal", entry.seal());
  }

  /// Writes an entry for people: what was before and after as the JSON that it is.
  public static ObjectNode show(AuditEntry entry) {
    var json = write(entry);
    for (var name : new String[] {"before", "after"}) {
      if (json.has(name)) {
        json.set(name, Json.read(Fields.text(json, name)));
      }
    }
    return json;
  }

  /// Reads an entry as [#write] wrote it.
  public static AuditEntry read(JsonNode json) {
    var deed =
        new Deed(
            Fields.instant(json, "at"),
            Fields.text(json, "actor"),
            Fields.text(json, "actor_name"),
            Fields.text(json, "action"),
            Fields.text(json, "target"),
            Fields.textOrNull(json, "before"),
            Fields.textOrNull(json, "after"),
            Fields.text(json, "correlation_id"));
    return new AuditEntry(
        LocalDate.parse(Fields.text(json, "day")),
        json.required("number").longValue(),
        deed,
        Fields.text(json, "previous"),
        Fields.text(json, "seal"));
  }

  /// Writes what checking a day found.
  public static ObjectNode write(LocalDate day, Verification verification) {
    var json = Json.object().put("day", day.toString());
    return switch (verification) {
      case Verification.Intact(var entries) -> json.put("intact", true).put("entries", entries);
      case Verification.Broken(var number, var because) ->
          json.put("intact", false).put("first_wrong", number).put("because", because);
    };
  }
}
