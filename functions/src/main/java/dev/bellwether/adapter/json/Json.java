package dev.bellwether.adapter.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes JSON; strict about what it reads, and bounded.
public final class Json {
  /// Deeper than anything GitHub or a definition has, shallower than a stack.
  public static final int MAX_DEPTH = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build());
  }

  private Json() {}

  /// What was to be read is not JSON; the message says what and where, and quotes none of it.
  public static final class Malformed extends IllegalArgumentException {
    Malformed(String message) {
      super(message);
    }
  }

  /// Reads a document.
  ///
  /// @throws Malformed when it is not one JSON value
  public static JsonNode read(byte[] bytes) {
    try {
      return present(MAPPER.readTree(bytes));
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /// Reads a document.
  ///
  /// @throws Malformed when it is not one JSON value
  public static JsonNode read(String text) {
    try {
      return present(MAPPER.readTree(text));
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /// Reads an object straight into plain maps, lists, texts and numbers: half the work of a tree.
  ///
  /// @throws Malformed when it is not one JSON object
  @SuppressWarnings("unchecked")
  public static Map<String, Object> readMap(byte[] bytes) {
    try {
      if (MAPPER.readValue(bytes, Object.class) instanceof Map<?, ?> map) {
        return (Map<String, Object>) map;
      }
      throw new Malformed("Not a JSON object");
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /// Writes a tree, or plain maps, lists, texts and numbers.
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not writable as JSON: " + value.getClass(), e);
    }
  }

  /// Makes an empty object.
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// Turns plain maps, lists, texts and numbers into a tree.
  public static JsonNode tree(@Nullable Object value) {
    return switch (value) {
      case String text -> TextNode.valueOf(text);
      case Map<?, ?> map -> {
        var object = object();
        map.forEach((key, member) -> object.set(String.valueOf(key), tree(member)));
        yield object;
      }
      case List<?> list -> {
        var array = MAPPER.createArrayNode();
        list.forEach(member -> array.add(tree(member)));
        yield array;
      }
      case null, default -> MAPPER.valueToTree(value);
    };
  }

  /// Turns an object into a plain map, in its own order.
  public static Map<String, @Nullable Object> map(JsonNode object) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    object.forEachEntry((key, member) -> map.put(key, plain(member)));
    return map;
  }

  /// Turns any value into plain maps, lists, texts and numbers; JSON's null becomes null.
  public static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case NUMBER -> node.numberValue();
      case BOOLEAN -> node.booleanValue();
      case OBJECT -> map(node);
      case ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        node.forEach(member -> list.add(plain(member)));
        yield list;
      }
      default -> null;
    };
  }

  private static JsonNode present(JsonNode node) {
    if (node.isMissingNode()) {
      throw new Malformed("Nothing there: expected a JSON value");
    }
    return node;
  }

  private static Malformed malformed(IOException e) {
    if (e instanceof JsonProcessingException broken && broken.getLocation() != null) {
      var at = broken.getLocation();
      return new Malformed(
          "%s at line %d, column %d".formatted(what(broken), at.getLineNr(), at.getColumnNr()));
    }
    return new Malformed("Not valid JSON");
  }

  /// Never the parser's own words, which quote the document.
  private static String what(JsonProcessingException broken) {
    return switch (broken) {
      case JsonEOFException early -> "Not valid JSON: it ends too early";
      case StreamConstraintsException beyond -> "Too deep or too long to be read as JSON";
      default -> "Not valid JSON";
    };
  }
}
