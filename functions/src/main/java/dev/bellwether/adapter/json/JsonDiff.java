package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;

/// Says in what two documents differ: for each difference where it is, by JSON Pointer (RFC 6901),
/// and what was and is there. What is on one side only has no other.
public final class JsonDiff {
  private final ArrayNode changes = Json.object().putArray("changes");

  private JsonDiff() {}

  /// Compares documents. Lists are compared member by member, in order.
  public static ArrayNode between(JsonNode before, JsonNode after) {
    var diff = new JsonDiff();
    diff.compare("", before, after);
    return diff.changes;
  }

  private void compare(String pointer, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      var names = new LinkedHashSet<String>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name -> member(pointer + "/" + escaped(name), before.path(name), after.path(name)));
    } else if (before.isArray() && after.isArray()) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        member(pointer + "/" + i, before.path(i), after.path(i));
      }
    } else {
      change(pointer, before, after);
    }
  }

  private void member(String pointer, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      change(pointer, before, after);
    } else {
      compare(pointer, before, after);
    }
  }

  private void change(String pointer, JsonNode before, JsonNode after) {
    var change = changes.addObject().put("pointer", pointer);
    put(change, "before", before);
    put(change, "after", after);
  }

  private static void put(ObjectNode change, String side, JsonNode value) {
    Optional.of(value).filter(v -> !v.isMissingNode()).ifPresent(v -> change.set(side, v));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
