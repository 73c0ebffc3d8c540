package dev.bellwether.adapter.pagerduty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.testing.Given;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerDutyNotifierTest {
  private static final String ENQUEUE = "POST /v2/enqueue";
  private static final Subject BUILD = new Subject(SubjectKind.BUILD, "octo/hello", "7.1");

  private final TestServer server = new TestServer();
  private Optional<String> key = Optional.of("canary");
  private final PagerDutyNotifier pagerDuty =
      new PagerDutyNotifier(new Web(() -> Instant.EPOCH), () -> server.base() + "/", () -> key);

  PagerDutyNotifierTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void triggers_one_alert_known_by_the_notice_s_key() {
    server.answer(ENQUEUE, 202, "{\"status\":\"success\"}");

    var outcome = pagerDuty.deliver(notice("violation|3", 3));

    assertEquals(new Outcome.Done(Map.of("dedup_key", "violation|3")), outcome);
    assertEquals(
        Json.read(
            """
            {"routing_key": "canary", "event_action": "trigger", "dedup_key": "violation|3",
             "client": "Bellwether",
             "payload": {"summary": "Late", "source": "octo/hello", "component": "build#7.1",
               "severity": "critical", "custom_details": {"text": "Look", "level": 3}}}\
            """),
        Json.read(server.asked().getFirst().body()));
  }

  @ParameterizedTest
  @CsvSource({"0, info", "1, warning", "2, error", "3, critical"})
  void the_level_is_the_severity(int level, String severity) {
    server.answer(ENQUEUE, 202, "{}");

    pagerDuty.deliver(notice("k", level));

    var event = Json.read(server.asked().getFirst().body());
    assertEquals(severity, event.path("payload").path("severity").asText());
  }

  @Test
  void an_alert_is_acknowledged_and_resolved_by_its_own_key() {
    server.answer(ENQUEUE, 202, "{}");
    var alert = new Notice.Alert("incident-1", Notice.Action.RESOLVE, Given.NOW);

    var outcome = pagerDuty.deliver(new Notice("k", BUILD, BUILD, 0, "Done", "Well", alert));

    assertEquals(new Outcome.Done(Map.of("dedup_key", "incident-1")), outcome);
    assertEquals(
        Json.read(
            """
            {"routing_key": "canary", "event_action": "resolve", "dedup_key": "incident-1",
             "client": "Bellwether"}\
            """),
        Json.read(server.asked().getFirst().body()));
  }

  @Test
  void a_long_key_becomes_a_short_one_that_is_always_the_same() {
    server.answer(ENQUEUE, 202, "{}");

    var first = pagerDuty.deliver(notice("k".repeat(300), 3));
    var second = pagerDuty.deliver(notice("k".repeat(300), 3));

    assertEquals(first, second);
    var result = assertInstanceOf(Outcome.Done.class, first).result();
    assertEquals(36, String.valueOf(result.get("dedup_key")).length());
  }

  @Test
  void says_which_secret_to_set_and_shows_none() {
    server.answer(ENQUEUE, 400, "{\"message\":\"Invalid routing key canary\"}");

    var refused = failure(pagerDuty.deliver(notice("k", 3)));
    key = Optional.empty();
    var unset = failure(pagerDuty.deliver(notice("k", 3)));

    for (var failure : new Failure[] {refused, unset}) {
      assertInstanceOf(Failure.Permanent.class, failure);
      assertTrue(failure.reason().contains("pagerduty_routing_key"), failure.reason());
      assertFalse(failure.reason().contains("canary"), failure.reason());
    }
  }

  private static Failure failure(Outcome outcome) {
    return assertInstanceOf(Outcome.Failed.class, outcome).failure();
  }

  private static Notice notice(String key, int level) {
    return new Notice(key, BUILD, level, "Late", "Look");
  }
}
