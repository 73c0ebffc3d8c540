package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Puts our types of value into the fields of JSON objects and gets them out again, exactly.
///
/// Whatever is required and absent throws an [IllegalArgumentException] that names the field.
final class Fields {
  private Fields() {}

  static String text(JsonNode object, String name) {
    var text = object.required(name).textValue();
    if (text == null) {
      throw new IllegalArgumentException(name + " is not text");
    }
    return text;
  }

  static @Nullable String textOrNull(JsonNode object, String name) {
    return object.path(name).textValue();
  }

  static int integer(JsonNode object, String name) {
    return object.required(name).intValue();
  }

  static Instant instant(JsonNode object, String name) {
    return Instant.parse(text(object, name));
  }

  static @Nullable Instant instantOrNull(JsonNode object, String name) {
    var text = textOrNull(object, name);
    return text == null ? null : Instant.parse(text);
  }

  static <E extends Enum<E>> E constant(JsonNode object, String name, Class<E> type) {
    return Enum.valueOf(type, text(object, name).toUpperCase(Locale.ROOT));
  }

  static Map<String, Object> map(JsonNode object, String name) {
    return Json.map(object.required(name));
  }

  static <T> List<T> list(JsonNode object, String name, Function<JsonNode, T> read) {
    var values = new ArrayList<T>();
    object.required(name).forEach(node -> values.add(read.apply(node)));
    return values;
  }

  /// Reads a duration in seconds, fractions included.
  static Duration seconds(JsonNode object, String name) {
    return asSeconds(object.required(name));
  }

  static Duration asSeconds(JsonNode value) {
    var seconds = value.decimalValue();
    var whole = seconds.setScale(0, RoundingMode.FLOOR);
    var nanos = seconds.subtract(whole).movePointRight(9);
    return Duration.ofSeconds(whole.longValueExact(), nanos.longValue());
  }

  static Duration secondsOr(JsonNode object, String name, Duration standard) {
    return object.has(name) ? seconds(object, name) : standard;
  }

  static @Nullable Duration secondsOrNull(JsonNode object, String name) {
    return object.has(name) ? seconds(object, name) : null;
  }

  /// Reads a list of text; none where there is no such field.
  static List<String> textsOrNone(JsonNode object, String name) {
    return object.has(name)
        ? list(object, name, text -> String.valueOf(text.textValue()))
        : List.of();
  }

  /// Writes a duration in seconds: a whole number where it is one.
  static BigDecimal seconds(Duration duration) {
    var exact =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    var shortest = exact.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  static String constant(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static void putIfPresent(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }

  static void putIfPresent(ObjectNode object, String name, @Nullable Instant value) {
    if (value != null) {
      object.put(name, value.toString());
    }
  }

  static <T> void putList(
      ObjectNode object, String name, List<T> values, Function<T, ? extends JsonNode> write) {
    var array = object.putArray(name);
    values.forEach(value -> array.add(write.apply(value)));
  }

  static void putTexts(ObjectNode object, String name, Iterable<String> values) {
    var array = object.putArray(name);
    values.forEach(array::add);
  }
}
