package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that found its route: reads its parts, and refuses in GitHub's words what is missing
/// or of the wrong type.
record Asked(Request request, Map<String, String> captured, JsonNode body) {
  Instant at() {
    return request.at();
  }

  Page page() {
    return Page.of(request.query());
  }

  /// Reads a parameter of the query.
  String query(String name, String otherwise) {
    return request.query().getOrDefault(name, otherwise);
  }

  /// Reads a part of the path.
  String path(String name) {
    return captured.getOrDefault(name, "");
  }

  /// Reads a number in the path; anything else is not found.
  long number(String name) {
    try {
      return Long.parseUnsignedLong(path(name));
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
  }

  /// Tells whether the body has a value, other than null, under a key.
  boolean has(String key) {
    return body.hasNonNull(key);
  }

  String requiredText(String key) {
    return text(key)
        .orElseThrow(() -> Refusal.invalidRequest("\"%s\" wasn't supplied.".formatted(key)));
  }

  /// Reads a whole number of the body.
  int integer(String key) {
    if (!body.path(key).isInt()) {
      throw wrongType(key, body.path(key), "integer");
    }
    return body.path(key).intValue();
  }

  Optional<String> text(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!body.get(key).isTextual()) {
      throw wrongType(key, body.get(key), "a string");
    }
    return Optional.of(body.get(key).textValue());
  }

  /// Reads a value that must be one of a few.
  Optional<String> oneOf(String key, List<String> allowed) {
    var value = text(key);
    if (value.isPresent() && !allowed.contains(value.get())) {
      throw Refusal.invalidRequest(
          "No subschema in \"anyOf\" matched. For '%s', \"%s\" is not one of: %s"
              .formatted(key, value.get(), String.join(", ", allowed)));
    }
    return value;
  }

  /// Reads a list of texts, or of objects with a name; absent counts as empty.
  List<String> names(String key) {
    return has(key) ? names(key, body.get(key)) : List.of();
  }

  /// Reads a list of names that may also be the whole body.
  List<String> namesOrBody(String key) {
    return body.isArray() ? names(key, body) : names(key);
  }

  private static List<String> names(String key, JsonNode list) {
    if (!list.isArray()) {
      throw wrongType(key, list, "an array");
    }
    var names = new ArrayList<String>();
    for (var item : list) {
      var name = item.isObject() ? item.path("name") : item;
      if (!name.isTextual()) {
        throw wrongType(key, name, "a string");
      }
      names.add(name.textValue());
    }
    return names;
  }

  private static Refusal wrongType(String key, JsonNode value, String expected) {
    return Refusal.invalidRequest(
        "For 'properties/%s', %s is not %s.".formatted(key, Json.write(value), expected));
  }
}
