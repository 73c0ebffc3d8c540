package dev.bellwether.adapter.http;

import dev.bellwether.domain.execution.Failure;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Sorts refusing answers: what may pass, how long to wait for it, and what will not.
///
/// Their codes are `rate_limited`, and `http_<status>` for all else.
///
/// GitHub's limits:
/// <https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api>.
final class Verdict {
  /// What GitHub asks for when it names no time.
  private static final Duration UNNAMED_LIMIT = Duration.ofMinutes(1);

  private static final int LONGEST_QUOTE = 200;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /// Anything shaped like a credential, and every address: some addresses are credentials.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(gh[a-z]_|github_pat_|xox[a-z]-|eyJ)\\S+|\\b(bearer|token|basic)\\s+\\S+|\\bhttps?://\\S+");

  private Verdict() {}

  static Failure on(Vendor vendor, String asked, HttpResponse<byte[]> answer, Instant now) {
    var status = answer.statusCode();
    var words = vendor.words().apply(answer.body()).map(Verdict::quotable).orElse("");
    var reason =
        "%s answered %d to %s%s".formatted(vendor.name(), status, asked, after(": ", words));
    var limited = status == 429 || (status == 403 && isLimit(answer.headers(), words));
    if (limited || status == 408 || status == 425 || status >= 500) {
      var asks = askedWait(answer.headers(), now);
      return new Failure.Transient(
          limited ? "rate_limited" : "http_" + status,
          reason,
          asks.orElse(limited && status == 403 ? UNNAMED_LIMIT : null));
    }
    return new Failure.Permanent(
        "http_" + status, reason + after(". ", vendor.advice().apply(status)));
  }

  private static boolean isLimit(HttpHeaders headers, String words) {
    return headers.firstValue("retry-after").isPresent()
        || isUsedUp(headers)
        || words.contains("rate limit");
  }

  private static boolean isUsedUp(HttpHeaders headers) {
    return headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
  }

  private static Optional<Duration> askedWait(HttpHeaders headers, Instant now) {
    var asked = headers.firstValue("retry-after").flatMap(value -> retryAfter(value, now));
    return asked.isPresent() || !isUsedUp(headers)
        ? asked
        : headers
            .firstValue("x-ratelimit-reset")
            .flatMap(Verdict::seconds)
            .map(epoch -> notNegative(Duration.between(now, Instant.EPOCH.plus(epoch))));
  }

  private static Optional<Duration> retryAfter(String value, Instant now) {
    var seconds = seconds(value);
    if (seconds.isPresent()) {
      return seconds;
    }
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(notNegative(Duration.between(now, date.toInstant())));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> seconds(String value) {
    return value.matches("\\d{1,12}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
        : Optional.empty();
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  private static String quotable(String words) {
    var clean = SECRET.matcher(CONTROL.matcher(words).replaceAll(" ")).replaceAll("[redacted]");
    return clean.length() > LONGEST_QUOTE ? clean.substring(0, LONGEST_QUOTE) + "…" : clean;
  }

  private static String after(String separator, String text) {
    return text.isBlank() ? "" : separator + text;
  }
}
