package dev.bellwether.domain.condition;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `2d`, `4h30m`, `90s`, `1w`; the largest unit first.
public final class Durations {
  /// What they look like.
  public static final Pattern TEXT =
      Pattern.compile(
          "(?=.)(?:(\\d{1,6})w)?(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  private Durations() {}

  /// Reads a duration; nothing when the text is none.
  public static Optional<Duration> parse(String text) {
    return Optional.of(TEXT.matcher(text)).filter(Matcher::matches).map(Durations::sum);
  }

  private static Duration sum(Matcher match) {
    return Duration.ofDays(7 * group(match, 1) + group(match, 2))
        .plusHours(group(match, 3))
        .plusMinutes(group(match, 4))
        .plusSeconds(group(match, 5));
  }

  private static long group(Matcher match, int number) {
    var digits = match.group(number);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
