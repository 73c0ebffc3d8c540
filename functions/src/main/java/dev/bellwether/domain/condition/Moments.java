package dev.bellwether.domain.condition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BiPredicate;

/// Compares facts that are times.
final class Moments {
  private Moments() {}

  /// Compares how long ago a time is with a duration; the time it is now is a fact.
  static Comparison age(Object expected, BiPredicate<Duration, Duration> holds) {
    var limit =
        expected instanceof String text ? Durations.parse(text) : Optional.<Duration>empty();
    return limit
        .map(
            duration ->
                new Comparison(
                    (seen, facts) -> {
                      var then = parse(seen);
                      var now = facts.get(Facts.NOW).flatMap(Moments::parse);
                      return then.isPresent() && now.isPresent()
                          ? Truth.of(holds.test(Duration.between(then.get(), now.get()), duration))
                          : Truth.UNKNOWN;
                    }))
        .orElse(Comparison.UNKNOWN);
  }

  /// Asks whether a time is within hours of the week.
  static Comparison within(Object expected) {
    return Optional.of(expected)
        .filter(String.class::isInstance)
        .flatMap(text -> WeeklyHours.parse((String) text))
        .map(
            hours ->
                Comparison.of(
                    seen ->
                        parse(seen)
                            .map(time -> Truth.of(hours.include(time)))
                            .orElse(Truth.UNKNOWN)))
        .orElse(Comparison.UNKNOWN);
  }

  private static Optional<Instant> parse(Object value) {
    try {
      return value instanceof String text
          ? Optional.of(OffsetDateTime.parse(text).toInstant())
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
