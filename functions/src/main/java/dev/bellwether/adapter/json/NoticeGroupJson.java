package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.escalation.NoticeGroup;
import dev.bellwether.domain.escalation.NoticeGroup.Teller;
import org.jspecify.annotations.Nullable;

/// Writes what a channel tells together as JSON and reads it; its revision is kept beside.
public final class NoticeGroupJson {
  private NoticeGroupJson() {}

  /// Writes a group.
  public static ObjectNode write(NoticeGroup group) {
    var json = Json.object().put("id", group.id()).put("until", group.until().toString());
    Fields.putTexts(json, "alone", group.alone());
    Fields.putList(json, "waiting", group.waiting(), NoticeGroupJson::line);
    var teller = group.teller();
    if (teller != null) {
      json.putObject("teller").put("key", teller.key()).put("until", teller.until().toString());
    }
    return json.put("told", group.isTold());
  }

  private static ObjectNode line(NoticeGroup.Line line) {
    return Json.object().put("key", line.key()).put("text", line.text());
  }

  /// Reads a group as [#write] wrote it.
  public static NoticeGroup read(JsonNode json, long revision) {
    return new NoticeGroup(
        Fields.text(json, "id"),
        Fields.instant(json, "until"),
        Fields.textsOrNone(json, "alone"),
        Fields.list(
            json,
            "waiting",
            line -> new NoticeGroup.Line(Fields.text(line, "key"), Fields.text(line, "text"))),
        teller(json.path("teller")),
        json.path("told").booleanValue(),
        revision);
  }

  private static @Nullable Teller teller(JsonNode json) {
    return json.isObject()
        ? new Teller(Fields.text(json, "key"), Fields.instant(json, "until"))
        : null;
  }
}
