package dev.bellwether.domain.workflow;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The fields of a cron expression, each with the numbers it may hold; a value is a set of them, as
/// bits.
@SuppressWarnings("ImmutableEnumChecker") // its list is an unmodifiable one
enum CronField {
  MINUTE(0, 59),
  HOUR(0, 23),
  DAY_OF_MONTH(1, 31),
  MONTH(1, 12, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
  /// Sunday is 0, and 7.
  DAY_OF_WEEK(0, 7, "sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final int min;
  private final int max;
  private final List<String> names;

  CronField(int min, int max, String... names) {
    this.min = min;
    this.max = max;
    this.names = List.of(names);
  }

  /// Tells of something in the text that cannot be read.
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int index;

    /// @param index where in the whole text it is, from 0
    Fault(int index, String advice) {
      super(advice);
      this.index = index;
    }

    int index() {
      return index;
    }
  }

  /// Reads a value.
  ///
  /// @param index where in the whole text it begins, from 0
  /// @throws Fault when it is none
  long read(String text, int index) {
    var bits = 0L;
    var at = index;
    for (var part : text.split(",", -1)) {
      bits |= part(part, at);
      at += part.length() + 1;
    }
    return bits;
  }

  /// Names the field as people do.
  String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private long part(String part, int index) {
    var slash = part.indexOf('/');
    var range = slash < 0 ? part : part.substring(0, slash);
    var dash = range.indexOf('-');
    var step = slash < 0 ? 1 : step(part.substring(slash + 1), index + slash + 1);
    if (range.equals("*")) {
      return bits(min, this == DAY_OF_WEEK ? 6 : max, step);
    }
    if (dash < 0) {
      var only = number(range, index);
      if (slash >= 0) {
        throw new Fault(
            index,
            "A step is over a range: write %s-%d/%d, or */%d".formatted(range, max, step, step));
      }
      return bits(only, only, 1);
    }
    var from = number(range.substring(0, dash), index);
    var to = number(range.substring(dash + 1), index + dash + 1);
    if (this == DAY_OF_WEEK && to == 0 && from > 0) {
      to = 7;
    }
    if (to < from) {
      throw new Fault(index, "A range goes up: %s ends before it begins".formatted(range));
    }
    return bits(from, to, step);
  }

  private int step(String text, int index) {
    var step = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (step < 1 || step > max) {
      throw new Fault(index, "A step of the %s is a number from 1 to %d".formatted(inWords(), max));
    }
    return step;
  }

  private int number(String text, int index) {
    var named = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (named >= 0) {
      return named + min;
    }
    var number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (number < min || number > max) {
      var orNames = names.isEmpty() ? "" : ", or a name such as " + names.getFirst();
      throw new Fault(
          index,
          "The %s is a number from %d to %d%s, not '%s'"
              .formatted(inWords(), min, max, orNames, text));
    }
    return number;
  }

  private long bits(int from, int to, int step) {
    var bits = 0L;
    for (int number = from; number <= to; number += step) {
      bits |= 1L << (this == DAY_OF_WEEK ? number % 7 : number);
    }
    return bits;
  }
}
