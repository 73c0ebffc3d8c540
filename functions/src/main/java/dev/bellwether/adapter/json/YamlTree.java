package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// Makes a tree of the events of one YAML document.
///
/// An alias is a copy, and every copy counts: what a few lines of aliases to aliases would grow to
/// is never built.
final class YamlTree {
  /// Nodes and characters, the copies made by aliases included.
  private static final int LARGEST = 1_000_000;

  private final Iterator<Event> events;
  private final Map<Anchor, JsonNode> anchored = new HashMap<>();
  private int size;

  YamlTree(Iterator<Event> events) {
    this.events = events;
  }

  JsonNode document() {
    events.next();
    if (events.next().getEventId() == ID.StreamEnd) {
      throw new Json.Malformed("Nothing there: expected a YAML document");
    }
    var root = node(events.next(), 1);
    events.next();
    var end = events.next();
    if (end.getEventId() != ID.StreamEnd) {
      throw malformed("a second document begins", end);
    }
    return root;
  }

  private JsonNode node(Event event, int depth) {
    if (depth > Json.MAX_DEPTH) {
      throw malformed("nested too deep", event);
    }
    if (event instanceof AliasEvent alias) {
      return copy(alias);
    }
    var node =
        switch (event) {
          case ScalarEvent scalar -> sized(YamlScalar.read(scalar), scalar);
          case MappingStartEvent mapping -> object(mapping, depth);
          case CollectionStartEvent sequence -> array(sequence, depth);
          default -> throw malformed("a value is missing", event);
        };
    ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchored.put(anchor, node));
    return node;
  }

  private ArrayNode array(CollectionStartEvent start, int depth) {
    refuseTag(start);
    var array = sized(JsonNodeFactory.instance.arrayNode(), start);
    for (var next = events.next(); next.getEventId() != ID.SequenceEnd; next = events.next()) {
      array.add(node(next, depth + 1));
    }
    return array;
  }

  private ObjectNode object(CollectionStartEvent start, int depth) {
    refuseTag(start);
    var object = sized(Json.object(), start);
    for (var next = events.next(); next.getEventId() != ID.MappingEnd; next = events.next()) {
      var key = key(next);
      if (object.has(key)) {
        throw malformed("this key is there already", next);
      }
      object.set(key, node(events.next(), depth + 1));
    }
    return object;
  }

  private String key(Event event) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw malformed("a key must be text", event);
    }
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw malformed("merge keys (<<) are not supported: write the keys out", event);
    }
    grow(scalar.getValue().length(), event);
    return scalar.getValue();
  }

  private JsonNode copy(AliasEvent alias) {
    var original = anchored.get(alias.getAlias());
    if (original == null) {
      throw malformed("an alias to what is not above it", alias);
    }
    count(original, alias);
    return original.deepCopy();
  }

  private void count(JsonNode node, Event at) {
    sized(node, at);
    for (var member : node.properties()) {
      grow(member.getKey().length(), at);
      count(member.getValue(), at);
    }
    if (node.isArray()) {
      node.forEach(member -> count(member, at));
    }
  }

  private <N extends JsonNode> N sized(N node, Event at) {
    grow(1 + (node.isTextual() ? node.textValue().length() : 0), at);
    return node;
  }

  private void grow(int by, Event at) {
    size += by;
    if (size > LARGEST) {
      throw malformed("too large with its aliases written out", at);
    }
  }

  private static void refuseTag(CollectionStartEvent start) {
    if (start.getTag().filter(tag -> !tag.endsWith(":map") && !tag.endsWith(":seq")).isPresent()) {
      throw malformed("tags are not supported here", start);
    }
  }

  static Json.Malformed malformed(String problem, Event at) {
    return malformed(problem, at.getStartMark());
  }

  static Json.Malformed malformed(String problem, Optional<Mark> at) {
    var where =
        at.map(m -> ", at line %d, column %d".formatted(m.getLine() + 1, m.getColumn() + 1));
    return new Json.Malformed("Not valid YAML: " + problem + where.orElse(""));
  }
}
