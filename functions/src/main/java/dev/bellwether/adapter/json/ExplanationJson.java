package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes explanations as JSON and reads them: `{kind, field, operator, expected, seen, truth}` for
/// a leaf, `{kind, truth, parts}` for a group.
public final class ExplanationJson {
  private ExplanationJson() {}

  /// Writes a tree; what is null is left out.
  public static ObjectNode write(Explanation explanation) {
    var json = Json.object();
    json.put("kind", explanation.kind());
    Fields.putIfPresent(json, "field", explanation.field());
    Fields.putIfPresent(json, "operator", explanation.operator());
    putValue(json, "expected", explanation.expected());
    putValue(json, "seen", explanation.seen());
    json.put("truth", Fields.constant(explanation.truth()));
    if (!explanation.parts().isEmpty()) {
      Fields.putList(json, "parts", explanation.parts(), ExplanationJson::write);
    }
    return json;
  }

  /// Reads a tree as [#write] wrote it.
  public static Explanation read(JsonNode json) {
    return new Explanation(
        Fields.text(json, "kind"),
        Fields.textOrNull(json, "field"),
        Fields.textOrNull(json, "operator"),
        value(json, "expected"),
        value(json, "seen"),
        Fields.constant(json, "truth", Truth.class),
        json.has("parts") ? Fields.list(json, "parts", ExplanationJson::read) : List.of());
  }

  private static void putValue(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.set(name, Json.tree(value));
    }
  }

  private static @Nullable Object value(JsonNode json, String name) {
    return json.has(name) ? Json.plain(json.required(name)) : null;
  }
}
