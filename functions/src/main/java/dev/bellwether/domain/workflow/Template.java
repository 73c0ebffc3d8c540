package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fills `{{fact}}` and `{{event.path}}` into the parameters of actions.
///
/// Only values that come from facts are escaped; what the author of the workflow wrote is trusted.
/// A missing fact becomes nothing. `{{title | url}}` escapes for a part of an address, and `{{title
/// | json}}` for a string in JSON, whatever the parameter is for. In Markdown an address that
/// GitHub gave, `{{url}}` or `{{build_url}}`, stays one.
public final class Template {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{\\s*([A-Za-z0-9_.-]+)\\s*(?:\\|\\s*(url|json)\\s*)?}}");

  /// An address that means nothing else in any markup.
  static final Pattern PLAIN_URL = Pattern.compile("https?://[A-Za-z0-9._~/:%?=&-]+");

  private Template() {}

  /// Renders a parameter's value: text is filled in, lists and maps are rendered inside, anything
  /// else stays.
  public static Object render(Object value, Facts facts, Escape escape) {
    return switch (value) {
      case String text -> fill(text, facts, escape);
      case List<?> list -> list.stream().map(v -> render(v, facts, escape)).toList();
      case Map<?, ?> map -> {
        var rendered = new LinkedHashMap<String, Object>();
        map.forEach((k, v) -> rendered.put(String.valueOf(k), render(v, facts, escape)));
        yield rendered;
      }
      default -> value;
    };
  }

  /// Lists the names that a parameter's value mentions.
  public static Set<String> namesIn(Object value) {
    return names(value).collect(Collectors.toSet());
  }

  private static Stream<String> names(Object value) {
    return switch (value) {
      case String text -> PLACEHOLDER.matcher(text).results().map(m -> m.group(1));
      case List<?> list -> list.stream().flatMap(Template::names);
      case Map<?, ?> map -> map.values().stream().flatMap(Template::names);
      default -> Stream.empty();
    };
  }

  private static String fill(String text, Facts facts, Escape escape) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            m -> {
              var value = facts.get(m.group(1)).map(Template::text).orElse("");
              var destination = m.group(2) == null ? escape : Escape.valueOf(upper(m.group(2)));
              return Matcher.quoteReplacement(
                  destination == Escape.MARKDOWN && isAddress(m.group(1), value)
                      ? value
                      : destination.apply(value));
            });
  }

  private static boolean isAddress(String name, String value) {
    return (name.equals("url") || name.endsWith("_url")) && PLAIN_URL.matcher(value).matches();
  }

  private static String upper(String filter) {
    return filter.toUpperCase(Locale.ROOT);
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }
}
