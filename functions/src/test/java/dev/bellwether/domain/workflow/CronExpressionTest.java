package dev.bellwether.domain.workflow;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.domain.workflow.CronExpression.Parsed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CronExpressionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");

  @TestFactory
  Stream<DynamicTest> is_due_as_the_cases_say() throws IOException {
    return cases("cron").map(c -> DynamicTest.dynamicTest(c.toString(), () -> isDueAs(c)));
  }

  @TestFactory
  Stream<DynamicTest> says_what_is_wrong_and_where() throws IOException {
    return cases("cron-faults")
        .map(c -> DynamicTest.dynamicTest(c.toString(), () -> isFaultyAs(c)));
  }

  @Test
  void the_rarest_of_days_comes() {
    var leapSunday = good("0 0 29 2 */7");

    var next = leapSunday.nextAfter(Instant.parse("2088-03-01T00:00:00Z"), ZoneId.of("UTC"));

    assertEquals(Instant.parse("2128-02-29T00:00:00Z"), next);
  }

  @Test
  void what_is_written_alike_is_alike() {
    assertEquals(good("0 9 * * mon"), good(" 0  9 * *\tmon"));
    assertEquals("0 9 * * mon", good(" 0  9 * *\tmon").toString());
  }

  @Test
  void the_next_is_later_and_nothing_is_due_in_between() {
    forAll(
        1,
        300,
        random ->
            "%d,%d */%d * * *"
                .formatted(random.nextInt(60), random.nextInt(60), random.nextInt(1, 24)),
        text -> {
          var expression = good(text);
          var zone = ZoneId.of("America/New_York");
          var next = expression.nextAfter(NOW, zone);
          assertTrue(next.isAfter(NOW));
          for (var in = NOW; in.isBefore(next); in = in.plus(Duration.ofMinutes(7))) {
            assertEquals(next, expression.nextAfter(in, zone));
          }
        });
  }

  private static void isDueAs(JsonNode c) {
    var timing = new Timing.Cron(good(c.get(0).asText()), ZoneId.of(c.get(1).asText()));
    var due = new ArrayList<String>();
    var at = Instant.parse(c.get(2).asText());
    while (due.size() < c.get(3).size()) {
      at = timing.nextAfter(at);
      due.add(at.toString());
    }
    assertEquals(
        StreamSupport.stream(c.get(3).spliterator(), false).map(JsonNode::asText).toList(), due);
  }

  private static void isFaultyAs(JsonNode c) {
    var faulty = assertInstanceOf(Parsed.Faulty.class, CronExpression.parse(c.get(0).asText()));
    assertEquals(c.get(1).asInt(), faulty.position(), faulty.advice());
    assertTrue(faulty.advice().contains(c.get(2).asText()), faulty.advice());
  }

  private static CronExpression good(String text) {
    return assertInstanceOf(Parsed.Good.class, CronExpression.parse(text)).expression();
  }

  /// All rows but the first, which is the heading.
  private static Stream<JsonNode> cases(String name) throws IOException {
    try (var in =
        CronExpressionTest.class.getResourceAsStream("/cases/schedules/" + name + ".json")) {
      List<JsonNode> rows = new ArrayList<>();
      JSON.readTree(in).forEach(rows::add);
      return rows.stream().skip(1);
    }
  }
}
