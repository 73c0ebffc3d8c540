package dev.bellwether.domain.workflow;

import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A workflow with blanks to fill in: a definition in which `${name}` stands for what whoever uses
/// it enters.
///
/// A text that is nothing but a blank becomes the value entered, of its type; a blank within a text
/// becomes part of it. What has no value is left out with its key. `{{fact}}` is left alone: that
/// is filled in when an action runs.
///
/// @param id a slug
/// @param name what people call it
/// @param description what it does, in a sentence
/// @param blanks all that its definition mentions, and no others
/// @param definition as [Workflow]s are written, with blanks
public record Blueprint(
    String id,
    String name,
    String description,
    List<Blank> blanks,
    Map<String, Object> definition) {
  private static final Pattern BLANK = Pattern.compile("\\$\\{([a-z][a-z0-9_]*)}");

  /// Something to fill in.
  ///
  /// @param standard what is taken where nothing is entered; null for none
  public record Blank(Parameter parameter, @Nullable Object standard) {}

  /// How filling in came out.
  public sealed interface Filling {
    /// A definition without blanks.
    record Filled(Map<String, Object> definition) implements Filling {}

    /// What was entered will not do, for these reasons, by the blank's name.
    record Refused(Map<String, String> faults) implements Filling {}
  }

  public Blueprint {
    blanks = List.copyOf(blanks);
    var declared = blanks.stream().map(b -> b.parameter().name()).collect(Collectors.toSet());
    if (!declared.equals(blanksIn(definition))) {
      throw new IllegalArgumentException(
          "Blueprint %s declares %s and mentions %s".formatted(id, declared, blanksIn(definition)));
    }
  }

  /// Fills the blanks in.
  ///
  /// @param entered values by the blanks' names
  public Filling fill(Map<String, Object> entered) {
    var parameters = blanks.stream().map(Blank::parameter).toList();
    var faults = new ActionSignature(id, description, Repeat.SAFE, parameters).faults(entered);
    if (!faults.isEmpty()) {
      return new Filling.Refused(faults);
    }
    var values = new LinkedHashMap<String, Object>();
    for (var blank : blanks) {
      var name = blank.parameter().name();
      Optional.ofNullable(entered.getOrDefault(name, blank.standard()))
          .ifPresent(value -> values.put(name, listed(blank, value)));
    }
    return new Filling.Filled(filled(definition, values));
  }

  /// Lists the blanks that a part of a definition mentions.
  public static Set<String> blanksIn(@Nullable Object part) {
    return names(part).collect(Collectors.toCollection(HashSet::new));
  }

  private static Object listed(Blank blank, Object value) {
    return blank.parameter().type() == Parameter.Type.TEXTS && value instanceof String
        ? List.of(value)
        : value;
  }

  private static Map<String, Object> filled(Map<?, ?> map, Map<String, Object> values) {
    var filled = new LinkedHashMap<String, Object>();
    map.forEach(
        (key, value) -> fill(value, values).ifPresent(v -> filled.put(String.valueOf(key), v)));
    return filled;
  }

  private static Optional<Object> fill(Object part, Map<String, Object> values) {
    return switch (part) {
      case String text -> fill(text, values);
      case List<?> list -> {
        var members = new ArrayList<Object>();
        list.forEach(member -> fill(member, values).ifPresent(members::add));
        yield Optional.of(members);
      }
      case Map<?, ?> map -> Optional.of(filled(map, values));
      default -> Optional.of(part);
    };
  }

  private static Optional<Object> fill(String text, Map<String, Object> values) {
    var blank = BLANK.matcher(text);
    if (blank.matches()) {
      return Optional.ofNullable(values.get(blank.group(1)));
    }
    return Optional.of(
        blank.replaceAll(m -> Matcher.quoteReplacement(inText(values.get(m.group(1))))));
  }

  private static String inText(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> String.valueOf(value);
    };
  }

  private static Stream<String> names(@Nullable Object part) {
    return switch (part) {
      case String text -> BLANK.matcher(text).results().map(m -> m.group(1));
      case List<?> list -> list.stream().flatMap(Blueprint::names);
      case Map<?, ?> map -> map.values().stream().flatMap(Blueprint::names);
      case null, default -> Stream.empty();
    };
  }
}
