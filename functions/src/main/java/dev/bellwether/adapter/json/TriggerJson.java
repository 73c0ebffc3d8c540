package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.Trigger.OwnEvents;
import dev.bellwether.domain.workflow.TriggerFilter;
import dev.bellwether.domain.workflow.TriggerType;
import java.util.List;

/// Writes a definition's triggers and reads them: a plain one as its name, any other as an object.
final class TriggerJson {
  private TriggerJson() {}

  static JsonNode write(Trigger trigger) {
    if (trigger.equals(Trigger.of(trigger.type()))) {
      return TextNode.valueOf(trigger.type().name());
    }
    var json = Json.object();
    json.put("type", trigger.type().name());
    putTexts(json, "repositories", trigger.filter().repositories());
    putTexts(json, "branches", trigger.filter().branches());
    putTexts(json, "paths", trigger.filter().paths());
    putTexts(json, "labels", trigger.filter().labels());
    putTexts(json, "sources", trigger.filter().sources());
    if (trigger.ownEvents() == OwnEvents.INCLUDED) {
      json.put("include_own", true);
    }
    return json;
  }

  static Trigger read(JsonNode json) {
    if (json.isTextual()) {
      return Trigger.of(new TriggerType(json.textValue()));
    }
    return new Trigger(
        new TriggerType(Fields.text(json, "type")),
        new TriggerFilter(
            Fields.textsOrNone(json, "repositories"),
            Fields.textsOrNone(json, "branches"),
            Fields.textsOrNone(json, "paths"),
            Fields.textsOrNone(json, "labels"),
            Fields.textsOrNone(json, "sources")),
        json.path("include_own").booleanValue() ? OwnEvents.INCLUDED : OwnEvents.IGNORED);
  }

  private static void putTexts(ObjectNode json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      Fields.putTexts(json, name, texts);
    }
  }
}
