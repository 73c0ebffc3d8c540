package dev.bellwether.adapter.github;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks into a payload, or an object within one, by paths such as `head.repo.full_name`: whatever
/// is missing, null, blank or of another type than asked for is simply not there.
record EventPayload(Map<String, Object> values) {

  Optional<Object> get(String path) {
    Object at = values;
    for (var part : path.split("\\.", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return Optional.ofNullable(at);
  }

  boolean has(String path) {
    return get(path).isPresent();
  }

  Optional<String> text(String path) {
    return as(path, String.class).filter(text -> !text.isBlank());
  }

  /// Reads a text that is compared with, not shown: an empty one when it is not there.
  String word(String path) {
    return text(path).orElse("");
  }

  Optional<Long> number(String path) {
    return as(path, Number.class).map(Number::longValue);
  }

  boolean isTrue(String path) {
    return as(path, Boolean.class).orElse(false);
  }

  /// Reads an instant, written in ISO-8601 with any offset or, as pushes do, in epoch seconds.
  Optional<Instant> time(String path) {
    try {
      var seconds = number(path);
      return seconds.isPresent()
          ? seconds.map(Instant::ofEpochSecond)
          : text(path).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /// Finds an object within, empty when it is not there.
  @SuppressWarnings("unchecked")
  EventPayload in(String path) {
    return new EventPayload(
        as(path, Map.class).map(map -> (Map<String, Object>) map).orElse(Map.of()));
  }

  /// Lists the objects of an array.
  List<EventPayload> each(String path) {
    return list(path).stream().filter(Map.class::isInstance).map(EventPayload::of).toList();
  }

  /// Lists the texts of an array.
  List<String> texts(String path) {
    return list(path).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /// Lists a text of each object of an array: the names of labels, the logins of people.
  List<String> texts(String path, String each) {
    return each(path).stream().flatMap(one -> one.text(each).stream()).toList();
  }

  private List<?> list(String path) {
    return as(path, List.class).map(list -> (List<?>) list).orElse(List.of());
  }

  private <T> Optional<T> as(String path, Class<T> type) {
    return get(path).filter(type::isInstance).map(type::cast);
  }

  @SuppressWarnings("unchecked")
  private static EventPayload of(Object map) {
    return new EventPayload((Map<String, Object>) map);
  }
}
