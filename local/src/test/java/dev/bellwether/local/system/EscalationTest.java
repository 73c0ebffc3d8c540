package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.sandbox.Message;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A build that overruns, in virtual time, with the real functions: three levels, once each.
class EscalationTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
  private static final String SWEEP = "SlaCheckFunctionSweep";

  private SettableTime time;
  private WholeSystem whole;

  @BeforeEach
  void start() throws Exception {
    time = new SettableTime(NINE);
    whole = WholeSystem.start(time);
  }

  @AfterEach
  void stop() {
    whole.close();
  }

  @Test
  void a_build_that_overruns_is_told_of_at_three_levels_once_each() throws Exception {
    whole
        .http()
        .webhook(
            "workflow_run",
            "22222222-0000-0000-0000-000000000001",
            Payloads.build("requested", 7001, NINE, NINE));

    sweepAfter(Duration.ofSeconds(599));
    assertTrue(whole.outbox().messages().isEmpty());

    sweepAfter(Duration.ofSeconds(1));
    await(1, Message.Slack.class);
    sweepAfter(Duration.ZERO);

    sweepAfter(Duration.ofMinutes(5));
    await(1, Message.Email.class);
    await(2, Message.Slack.class);
    whole.await("the tracking issue", () -> !issues().isEmpty());

    sweepAfter(Duration.ofMinutes(5));
    await(1, Message.Alert.class);
    await(2, Message.Email.class);
    sweepAfter(Duration.ofMinutes(5));

    whole.executionsAtRest();
    assertEquals(1, count(Message.Alert.class));
    assertEquals(2, count(Message.Email.class));
    assertEquals(List.of("leads@example.com", "management@example.com"), addressees());
    assertEquals(1, issues().size());
    assertEquals(3, whole.http().get("/v1/sla/violations").path("items").size());
  }

  @Test
  void the_scheduled_workflow_raises_level_1_of_a_build_over_600_seconds_and_only_once()
      throws Exception {
    whole.http().api("POST", "/v1/workflows", Definitions.BUILD_TIME_SLA_MONITOR);
    whole
        .http()
        .webhook(
            "workflow_run",
            "22222222-0000-0000-0000-000000000002",
            Payloads.build("requested", 7002, NINE, NINE));

    sweepAfter(Duration.ofSeconds(601));
    whole.await("the escalation", () -> count(Message.Slack.class) >= 1);
    sweepAfter(Duration.ofSeconds(100));

    var monitors = whole.http().get("/v1/executions?workflow=build-time-sla-monitor").path("items");
    assertEquals(1, monitors.size());
    assertEquals(1, whole.http().get("/v1/sla/violations").path("items").size());
    assertEquals(1, count(Message.Slack.class));
  }

  private void sweepAfter(Duration duration) throws Exception {
    time.pass(duration);
    whole.system().fire(SWEEP);
    whole.executionsAtRest();
  }

  private void await(int expected, Class<? extends Message> kind) {
    whole.await(expected + " " + kind.getSimpleName(), () -> count(kind) >= expected);
    whole.executionsAtRest();
  }

  private long count(Class<? extends Message> kind) {
    return whole.outbox().messages().stream().filter(kind::isInstance).count();
  }

  private List<String> addressees() {
    return whole.outbox().messages().stream()
        .filter(Message.Email.class::isInstance)
        .map(message -> ((Message.Email) message).to())
        .sorted()
        .toList();
  }

  private Collection<String> issues() {
    return whole.gitHub().issuesOf(Payloads.REPOSITORY).values();
  }
}
