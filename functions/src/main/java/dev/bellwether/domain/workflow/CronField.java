package dev.bellwether.domain.workflow;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One field of a cron expression: what it counts, from where to where, and by what names.
enum CronField {
  MINUTE(0, 59, ""),
  HOUR(0, 23, ""),
  DAY_OF_MONTH(1, 31, ""),
  MONTH(1, 12, "- jan feb mar apr may jun jul aug sep oct nov dec"),
  DAY_OF_WEEK(0, 7, "sun mon tue wed thu fri sat");

  private static final Pattern PART =
      Pattern.compile("(\\*|([a-z0-9]+)(?:-([a-z0-9]+))?)(?:/(\\d{1,2}))?");

  private final int min;
  private final int max;
  private final String names;

  CronField(int min, int max, String names) {
    this.min = min;
    this.max = max;
    this.names = names;
  }

  /// Reads a list of values, ranges and steps; nothing when it is faulty.
  Optional<NavigableSet<Integer>> parse(String text) {
    NavigableSet<Integer> values = new TreeSet<>();
    for (var part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      var match = PART.matcher(part);
      if (!match.matches()) {
        return Optional.empty();
      }
      var isAll = match.group(1).equals("*");
      var from = isAll ? min : value(match.group(2));
      var last =
          match.group(3) == null ? (match.group(4) == null ? from : max) : value(match.group(3));
      var to = isAll ? max : last;
      var step = match.group(4) == null ? 1 : Integer.parseInt(match.group(4));
      if (from < min || to > max || from > to || step == 0) {
        return Optional.empty();
      }
      for (int value = from; value <= to; value += step) {
        values.add(this == DAY_OF_WEEK ? value % 7 : value);
      }
    }
    return Optional.of(values);
  }

  /// Says it to people.
  String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (%d-%d)".formatted(min, max);
  }

  private int value(String text) {
    var named = text.isEmpty() ? -1 : List.of(names.split(" ", -1)).indexOf(text);
    if (named >= 0) {
      return named;
    }
    return text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
  }
}
