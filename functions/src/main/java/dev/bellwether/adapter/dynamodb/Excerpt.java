package dev.bellwether.adapter.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/// Cuts a document that is too large for an item: what was seen (facts, and the values in
/// explanations) loses the rest of long texts and long lists, and the facts say `truncated`.
///
/// What is to be done, the definition's actions, is never cut.
final class Excerpt {
  static final int TEXT = 1000;
  static final int LIST = 100;

  private static final Set<String> SEEN = Set.of("facts", "seen", "expected");

  private Excerpt() {}

  /// Copies a document, cut.
  static ObjectNode of(ObjectNode document) {
    var copy = document.deepCopy();
    cutSeen(copy);
    return copy;
  }

  /// Copies a document, cut, without the payloads that are among facts.
  static ObjectNode withoutPayloads(ObjectNode document) {
    var copy = of(document);
    copy.findParents("event").stream()
        .filter(facts -> facts.path("event").isObject())
        .forEach(facts -> ((ObjectNode) facts).remove("event"));
    return copy;
  }

  private static void cutSeen(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        if (SEEN.contains(field.getKey())) {
          field.setValue(cut(field.getValue()));
          if (field.getValue() instanceof ObjectNode facts && field.getKey().equals("facts")) {
            facts.put("truncated", true);
          }
        } else {
          cutSeen(field.getValue());
        }
      }
    } else {
      node.forEach(Excerpt::cutSeen);
    }
  }

  private static JsonNode cut(JsonNode node) {
    switch (node) {
      case TextNode text when text.textValue().length() > TEXT -> {
        return TextNode.valueOf(text.textValue().substring(0, TEXT) + "…");
      }
      case ArrayNode array -> {
        while (array.size() > LIST) {
          array.remove(array.size() - 1);
        }
        for (int i = 0; i < array.size(); i++) {
          array.set(i, cut(array.get(i)));
        }
      }
      case ObjectNode object ->
          object.properties().forEach(field -> field.setValue(cut(field.getValue())));
      default -> {}
    }
    return node;
  }
}
