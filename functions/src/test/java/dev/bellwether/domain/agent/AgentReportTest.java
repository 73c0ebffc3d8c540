package dev.bellwether.domain.agent;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.agent.AgentReport.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentReportTest {
  @Test
  void tasks_are_counted_and_timed_in_whatever_order_they_come() {
    var reports = new ArrayList<AgentActivity>();
    for (int i = 1; i <= 20; i++) {
      reports.add(report(i, "task_done", (double) i));
    }
    reports.add(report(30, "task_failed", 99.0));
    Collections.reverse(reports);

    var report = AgentReport.of(reports);

    assertEquals(20, report.done());
    assertEquals(Optional.of(20.0 / 21), report.successRate());
    assertEquals(Optional.of(Duration.ofSeconds(10)), report.completion().p50());
    assertEquals(Optional.of(Duration.ofSeconds(19)), report.completion().p95());
  }

  @Test
  void an_answer_is_the_first_thing_it_does_and_no_heartbeat() {
    var report =
        AgentReport.of(
            List.of(
                report(0, "task_assigned", null),
                report(10, "notification_sent", null),
                report(20, "heartbeat", null),
                report(40, "commit", null),
                report(50, "commit", null)));

    var expected =
        new Spread(2, Optional.of(Duration.ofSeconds(30)), Optional.of(Duration.ofSeconds(40)));
    assertEquals(expected, report.response());
  }

  @Test
  void of_nothing_nothing_is_said() {
    var report = AgentReport.of(List.of());

    assertEquals(Optional.empty(), report.successRate());
    assertEquals(new Spread(0, Optional.empty(), Optional.empty()), report.completion());
  }

  @Test
  void one_is_its_own_median() {
    var one = IntStream.of(7).mapToObj(i -> report(i, "task_done", 7.0)).toList();

    assertEquals(Optional.of(Duration.ofSeconds(7)), AgentReport.of(one).completion().p95());
  }

  private static AgentActivity report(int second, String type, @Nullable Double took) {
    return new AgentActivity(
        type + second,
        NOW.plusSeconds(second),
        "ada",
        "coder",
        type,
        Map.of(),
        "octo/hello",
        "main",
        null,
        null,
        took,
        "in_progress",
        null);
  }
}
