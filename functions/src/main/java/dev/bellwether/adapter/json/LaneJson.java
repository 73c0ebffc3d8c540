package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Lane;
import dev.bellwether.domain.execution.Lane.Ticket;

/// Writes lanes as JSON and reads them; their key and revision are kept beside.
public final class LaneJson {
  private LaneJson() {}

  /// Writes who is in a lane.
  public static ObjectNode write(Lane lane) {
    var json = Json.object();
    Fields.putList(json, "tickets", lane.tickets(), LaneJson::write);
    return json;
  }

  /// Reads a lane as [#write] wrote it.
  public static Lane read(String key, JsonNode json, long revision) {
    return new Lane(key, Fields.list(json, "tickets", LaneJson::ticket), revision);
  }

  private static ObjectNode write(Ticket ticket) {
    return Json.object()
        .put("execution_id", ticket.execution().value())
        .put("created_at", ticket.createdAt().toString())
        .put("until", ticket.until().toString());
  }

  private static Ticket ticket(JsonNode json) {
    return new Ticket(
        new ExecutionId(Fields.text(json, "execution_id")),
        Fields.instant(json, "created_at"),
        Fields.instant(json, "until"));
  }
}
