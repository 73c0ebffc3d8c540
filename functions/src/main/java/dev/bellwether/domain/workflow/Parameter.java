package dev.bellwether.domain.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Declares one parameter of an action type: what is checked when a workflow is saved, and where
/// its text goes.
///
/// @param allowed the only values it takes; empty where any will do
public record Parameter(
    String name, Type type, Need need, Escape escape, List<String> allowed, String description) {

  /// The types of value, as JSON has them; `TEXTS` is a list of text, or one text for a list of
  /// one.
  public enum Type {
    TEXT,
    TEXTS,
    INTEGER,
    BOOLEAN,
    OBJECT
  }

  /// Whether a definition may leave the parameter out.
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  public Parameter {
    allowed = List.copyOf(allowed);
  }

  /// A parameter that must be given, taken as it is.
  public static Parameter required(String name, Type type, String description) {
    return new Parameter(name, type, Need.REQUIRED, Escape.PLAIN, List.of(), description);
  }

  /// A parameter that may be left out, taken as it is.
  public static Parameter optional(String name, Type type, String description) {
    return new Parameter(name, type, Need.OPTIONAL, Escape.PLAIN, List.of(), description);
  }

  /// Copies the declaration with a destination for its text.
  public Parameter escapedFor(Escape destination) {
    return new Parameter(name, type, need, destination, allowed, description);
  }

  /// Copies the declaration with the only values allowed.
  public Parameter oneOf(String... values) {
    return new Parameter(name, type, need, escape, List.of(values), description);
  }

  /// Checks a value given in a definition.
  ///
  /// @return what is wrong with it, in words that say what to write instead
  Optional<String> fault(Object value) {
    var fits =
        switch (type) {
          case TEXT -> value instanceof String s && !s.isBlank();
          case TEXTS -> (value instanceof String s && !s.isBlank()) || isTexts(value);
          case INTEGER -> value instanceof Integer || value instanceof Long;
          case BOOLEAN -> value instanceof Boolean;
          case OBJECT -> value instanceof Map;
        };
    if (!fits) {
      return Optional.of("%s must be %s".formatted(name, inWords()));
    }
    var texts = value instanceof List<?> list ? list : List.of(value);
    return allowed.isEmpty()
        ? Optional.empty()
        : texts.stream()
            .filter(t -> !allowed.contains(String.valueOf(t)))
            .findFirst()
            .map(t -> "%s must be one of %s, not '%s'".formatted(name, allowed, t));
  }

  private static boolean isTexts(Object value) {
    return value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(t -> t instanceof String s && !s.isBlank());
  }

  private String inWords() {
    return switch (type) {
      case TEXT -> "text that is not blank";
      case TEXTS -> "text, or a list of texts, none blank";
      case INTEGER -> "a whole number";
      case BOOLEAN -> "true or false";
      case OBJECT -> "an object";
    };
  }
}
