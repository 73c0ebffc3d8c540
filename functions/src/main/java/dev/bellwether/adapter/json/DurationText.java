package dev.bellwether.adapter.json;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Durations as people write them: `2d`, `4h30m`, `90s`.
final class DurationText {
  private static final String NUMBER_OF = "(?:(\\d{1,6})%s)?";
  static final Pattern PATTERN =
      Pattern.compile(
          "(?=.)"
              + NUMBER_OF.formatted("d")
              + NUMBER_OF.formatted("h")
              + NUMBER_OF.formatted("m")
              + NUMBER_OF.formatted("s"));

  private DurationText() {}

  static Optional<Duration> parse(String text) {
    return Optional.of(PATTERN.matcher(text))
        .filter(m -> m.matches())
        .map(
            m ->
                Duration.ofDays(group(m, 1))
                    .plusHours(group(m, 2))
                    .plusMinutes(group(m, 3))
                    .plusSeconds(group(m, 4)));
  }

  /// Writes whole seconds as text, the largest unit first.
  static String of(Duration duration) {
    var text = new StringBuilder();
    append(text, duration.toDays(), 'd');
    append(text, duration.toHoursPart(), 'h');
    append(text, duration.toMinutesPart(), 'm');
    append(text, duration.toSecondsPart(), 's');
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long number, char unit) {
    if (number > 0) {
      text.append(number).append(unit);
    }
  }

  private static long group(MatchResult match, int number) {
    var digits = match.group(number);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
