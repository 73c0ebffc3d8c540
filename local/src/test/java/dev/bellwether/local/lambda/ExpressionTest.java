package dev.bellwether.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
  /// Wednesday, 25 November 2026.
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate(1 minute)           | UTC           | 2026-11-25T12:01:00Z",
        "rate(5 minutes)          | UTC           | 2026-11-25T12:05:00Z",
        "rate(2 hours)            | UTC           | 2026-11-25T14:00:00Z",
        "rate(1 day)              | UTC           | 2026-11-26T12:00:00Z",
        "cron(0/15 * * * ? *)     | UTC           | 2026-11-25T12:15:00Z",
        "cron(0 9 ? * MON-FRI *)  | UTC           | 2026-11-26T09:00:00Z",
        "cron(0 9 ? * MON-FRI *)  | Europe/Berlin | 2026-11-26T08:00:00Z",
        "cron(0 9 ? * 1 *)        | UTC           | 2026-11-29T09:00:00Z",
        "cron(30 8 L * ? *)       | UTC           | 2026-11-30T08:30:00Z",
        "cron(0 0 1 1 ? 2020)     | UTC           | +1000000000-12-31T23:59:59.999999999Z",
      })
  void the_next_time_is_as_on_eventbridge(String expression, String zone, Instant next) {
    assertEquals(next, Expression.parse(expression, zone).after(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate(5 weeks)", "every day", "at(2026-11-25T12:00:00)", "cron(* *)"})
  void anything_else_is_refused(String expression) {
    assertThrows(IllegalArgumentException.class, () -> Expression.parse(expression, "UTC"));
  }
}
