package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.condition.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A JSON object that a person wrote, being read: whatever is wrong with it is gathered, and
/// reading goes on, so that they hear of everything at once.
///
/// A key that is null counts as absent. Once all has been read, [#refuseOthers] refuses every key
/// that was not asked for, so the keys known are those that are read and no second list is kept.
final class Draft {
  private final JsonNode object;
  private final String pointer;
  private final List<Fault> faults;
  private final Set<String> known = new LinkedHashSet<>();

  private Draft(JsonNode object, String pointer, List<Fault> faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /// Begins to read a value that must be an object.
  ///
  /// @param faults where what is wrong is gathered
  /// @return nothing, with a fault, when it is something else
  static Optional<Draft> of(JsonNode value, String pointer, List<Fault> faults) {
    if (!value.isObject()) {
      faults.add(new Fault(pointer, "Must be an object: {\"key\": value, …}"));
      return Optional.empty();
    }
    return Optional.of(new Draft(value, pointer, faults));
  }

  /// Records a fault at a path below this object; at the object itself when there is none.
  void fault(String detail, String... path) {
    faults.add(new Fault(below(pointer, path), detail));
  }

  /// Counts keys as known without reading them.
  void knows(String... keys) {
    known.addAll(List.of(keys));
  }

  /// Lists the keys that are there, where they are free.
  List<String> keys() {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  /// Tells whether a key is there.
  boolean has(String key) {
    return object.hasNonNull(key);
  }

  /// Reads any value.
  Optional<JsonNode> value(String key) {
    known.add(key);
    return has(key) ? Optional.of(object.required(key)) : Optional.empty();
  }

  /// Reads text that is not blank.
  Optional<String> text(String key, int maxLength) {
    var value = value(key);
    var text = value.filter(JsonNode::isTextual).map(JsonNode::textValue).map(String::strip);
    var fits = text.filter(t -> !t.isEmpty() && t.length() <= maxLength);
    if (value.isPresent() && fits.isEmpty()) {
      fault("%s must be text of 1 to %d characters".formatted(key, maxLength), key);
    }
    return fits;
  }

  /// Reads text that must be there.
  Optional<String> requiredText(String key, int maxLength, String description) {
    require(key, description);
    return text(key, maxLength);
  }

  /// Records a fault when a key is not there.
  void require(String key, String description) {
    if (!has(key)) {
      fault("%s is missing: %s".formatted(key, description), key);
    }
  }

  /// Reads a list of texts; one text counts as a list of one.
  List<String> texts(String key, int most, int maxLength) {
    var value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get().isTextual()) {
      return text(key, maxLength).map(List::of).orElse(List.of());
    }
    var members = list(key);
    if (members.size() > most) {
      fault("%s has at most %d members".formatted(key, most), key);
    }
    var texts = new ArrayList<String>();
    for (int i = 0; i < members.size(); i++) {
      var text = String.valueOf(members.get(i).textValue()).strip();
      if (!members.get(i).isTextual() || text.isEmpty() || text.length() > maxLength) {
        fault("Must be text of 1 to %d characters".formatted(maxLength), key, String.valueOf(i));
      } else if (texts.contains(text)) {
        fault("Is there twice: once is enough", key, String.valueOf(i));
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  /// Reads true or false.
  Optional<Boolean> truth(String key) {
    var value = value(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      fault("%s must be true or false".formatted(key), key);
    }
    return value.filter(JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  /// Reads one of an enum's constants, by its lower-case name.
  <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
    var names = Arrays.stream(type.getEnumConstants()).map(Fields::constant).toList();
    return named(key, names).map(n -> type.getEnumConstants()[names.indexOf(n)]);
  }

  /// Reads one of some names.
  Optional<String> named(String key, Collection<String> names) {
    var value = value(key);
    var text = value.filter(JsonNode::isTextual).map(JsonNode::textValue);
    var name = text.filter(names::contains);
    if (value.isPresent() && name.isEmpty()) {
      fault(Nearest.unknown(key, text.orElse("that is not text"), names), key);
    }
    return name;
  }

  /// Reads a whole number.
  Optional<Integer> integer(String key, int min, int max) {
    return number(key, "a whole number", min, max)
        .filter(n -> isWhole(n, key))
        .map(BigDecimal::intValue);
  }

  /// Reads a number.
  Optional<Double> decimal(String key, double min, double max) {
    return number(key, "a number", min, max).map(BigDecimal::doubleValue);
  }

  /// Reads a duration in seconds.
  Optional<Duration> seconds(String key, Duration min, Duration max) {
    return number(key, "a number of seconds", (double) min.toSeconds(), (double) max.toSeconds())
        .map(seconds -> Fields.seconds(object, key));
  }

  /// Reads a duration: as text, such as `4h30m`, or in seconds.
  Optional<Duration> duration(String key, Duration min, Duration max) {
    var value = value(key);
    if (value.filter(JsonNode::isTextual).isEmpty()) {
      return seconds(key, min, max);
    }
    var duration = value.map(JsonNode::textValue).flatMap(Durations::parse);
    var fits = duration.filter(d -> d.compareTo(min) >= 0 && d.compareTo(max) <= 0);
    if (fits.isEmpty()) {
      fault(
          "%s must be a duration such as 4h30m, at most %d days".formatted(key, max.toDays()), key);
    }
    return fits;
  }

  /// Reads an instant: an ISO-8601 time with its offset.
  Optional<Instant> instant(String key) {
    return text(key, 40)
        .flatMap(
            text -> {
              try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
              } catch (DateTimeParseException notATime) {
                fault("%s must be a time such as 2026-11-25T09:30:00Z".formatted(key), key);
                return Optional.empty();
              }
            });
  }

  /// Begins to read a value below this object, which must be an object itself.
  Optional<Draft> inside(JsonNode value, String... path) {
    return of(value, below(pointer, path), faults);
  }

  /// Reads an object.
  Optional<Draft> object(String key) {
    return value(key).flatMap(value -> inside(value, key));
  }

  /// Reads an object whose keys are free, as a plain map; nothing in it may be null.
  Optional<Map<String, Object>> map(String key) {
    return object(key)
        .filter(map -> !refusesNulls(map.object, map.pointer))
        .map(map -> Json.map(map.object));
  }

  /// Reads a list.
  List<JsonNode> list(String key) {
    var value = value(key);
    if (value.isPresent() && !value.get().isArray()) {
      fault("%s must be a list: […]".formatted(key), key);
    }
    var members = new ArrayList<JsonNode>();
    value.filter(JsonNode::isArray).ifPresent(list -> list.forEach(members::add));
    return members;
  }

  /// Reads a list of objects; what is not an object is a fault and left out.
  List<Draft> objects(String key) {
    var drafts = new ArrayList<Draft>();
    var index = 0;
    for (var member : list(key)) {
      inside(member, key, String.valueOf(index++)).ifPresent(drafts::add);
    }
    return drafts;
  }

  /// Refuses every key that was not asked for.
  void refuseOthers() {
    for (var name : object.properties().stream().map(Map.Entry::getKey).toList()) {
      if (!known.contains(name)) {
        fault(Nearest.unknown("key", name, known), name);
      }
    }
  }

  private Optional<BigDecimal> number(String key, String kind, double min, double max) {
    var value = value(key);
    var fits = value.filter(n -> n.isNumber() && n.doubleValue() >= min && n.doubleValue() <= max);
    if (value.isPresent() && fits.isEmpty()) {
      fault("%s must be %s from %s to %s".formatted(key, kind, plain(min), plain(max)), key);
    }
    return fits.map(JsonNode::decimalValue);
  }

  private boolean isWhole(BigDecimal number, String key) {
    var whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole) {
      fault("%s must be a whole number".formatted(key), key);
    }
    return whole;
  }

  private boolean refusesNulls(JsonNode value, String at) {
    if (value.isNull()) {
      faults.add(new Fault(at, "Must not be null: write a value, or leave it out"));
    }
    var refused = value.isNull();
    for (var member : value.properties()) {
      refused |= refusesNulls(member.getValue(), below(at, member.getKey()));
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      refused |= refusesNulls(value.path(i), below(at, String.valueOf(i)));
    }
    return refused;
  }

  private static String below(String pointer, String... path) {
    var at = new StringBuilder(pointer);
    for (var part : path) {
      at.append('/').append(part.replace("~", "~0").replace("/", "~1"));
    }
    return at.toString();
  }

  private static String plain(double number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }
}
