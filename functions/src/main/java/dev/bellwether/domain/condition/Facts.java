package dev.bellwether.domain.condition;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds what is known about an event's subject: flat snake_case names, and the raw payload below
/// `event`.
///
/// Values are JSON's: [String], [Number], [Boolean], [List], [Map]; a `null` counts as missing.
/// Times are ISO-8601 strings in UTC, durations are seconds.
public record Facts(Map<String, @Nullable Object> values) {
  /// The time it is: whoever judges puts it in.
  public static final String NOW = "now";

  private static final String PAYLOAD = "event";
  private static final String COUNT = "count";
  private static final int LONGEST_INDEX = 9;

  public Facts {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// Knows nothing.
  public static Facts none() {
    return new Facts(Map.of());
  }

  /// Looks a fact up by name, or a value inside one by path: `title`,
  /// `event.pull_request.user.login`, `event.commits.0.id`, `steps.issue.result.number`.
  ///
  /// Of a list, `count` is how many members it has: `labels.count`.
  ///
  /// @return the value, or nothing when any part of the path is missing or null
  public Optional<Object> get(String name) {
    if (values.containsKey(name)) {
      return Optional.ofNullable(values.get(name));
    }
    return name.indexOf('.') > 0 ? walk(name) : Optional.empty();
  }

  /// Finds the fact that a path goes into: `labels` for `labels.count`.
  public static String factOf(String path) {
    var dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  /// Reads a fact that is text.
  public Optional<String> text(String name) {
    return get(name).filter(String.class::isInstance).map(String.class::cast);
  }

  /// Reads a fact that is a whole number.
  public Optional<Long> number(String name) {
    return get(name).filter(Number.class::isInstance).map(n -> ((Number) n).longValue());
  }

  /// Reads a fact that is a list of text; what is not text is left out.
  public List<String> texts(String name) {
    return get(name).filter(List.class::isInstance).map(l -> (List<?>) l).orElse(List.of()).stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /// Copies these facts as they are at an instant.
  public Facts at(Instant now) {
    return with(NOW, now.toString());
  }

  /// Copies these facts with one more, or one replaced.
  public Facts with(String name, @Nullable Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Facts(more);
  }

  /// Copies these facts without the raw payload, except for the values at some paths: what is worth
  /// keeping with a record.
  public Facts pruned(Set<String> paths) {
    var fewer = new LinkedHashMap<>(values);
    fewer.remove(PAYLOAD);
    for (var path : paths) {
      get(path).ifPresent(value -> fewer.put(path, value));
    }
    return new Facts(fewer);
  }

  private Optional<Object> walk(String path) {
    @Nullable Object at = values;
    for (var part : path.split("\\.", -1)) {
      at = child(at, part);
    }
    return Optional.ofNullable(at);
  }

  private static @Nullable Object child(@Nullable Object parent, String part) {
    return switch (parent) {
      case Map<?, ?> map -> map.get(part);
      case List<?> list when part.equals(COUNT) -> list.size();
      case List<?> list when isIndexOf(list, part) -> list.get(Integer.parseInt(part));
      case null, default -> null;
    };
  }

  private static boolean isIndexOf(List<?> list, String part) {
    return !part.isEmpty()
        && part.length() <= LONGEST_INDEX
        && part.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(part) < list.size();
  }
}
