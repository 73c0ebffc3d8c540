package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.items;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationTrendTest {
  private final ApiClient client = new ApiClient();

  @Test
  void it_counts_by_day_metric_and_level_the_last_week_where_nobody_says_otherwise() {
    client.violations.record(Given.aViolation(1, Level.WARNING, NOW));
    client.violations.record(Given.aViolation(2, Level.WARNING, NOW));
    client.violations.record(Given.aViolation(3, Level.WARNING, NOW.minusSeconds(8 * 86_400)));

    var week = items(client.get("/v1/sla/violations/trend"));
    var month = items(client.send("GET", "/v1/sla/violations/trend?days=31", null));

    assertEquals(1, week.size());
    assertEquals(
        Json.read(
            "{\"day\": \"2026-11-25\", \"metric\": \"build_time\", \"level\": 1, \"count\": 2}"),
        week.path(0));
    assertEquals(2, month.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"days=0", "days=32", "days=week", "days=-1", "weeks=1", "days=7&limit=3"})
  void it_says_what_it_takes(String query) {
    var answer = client.send("GET", "/v1/sla/violations/trend?" + query, null);

    assertEquals(400, answer.getStatusCode());
  }
}
