package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.webhook.WebhookNotifier;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.local.testing.SettableTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {
  private static final String TRIGGER =
      """
      {"routing_key": "canary-key", "event_action": "trigger", "dedup_key": "clock-1",
       "payload": {"summary": "Build is late", "source": "octo-org/hello-world",
                   "severity": "critical", "custom_details": {"elapsed": "20 min"}}}
      """;

  private final SettableTime clock = new SettableTime(Instant.parse("2026-11-25T09:00:00Z"));

  @Test
  void a_slack_message_is_taken_as_slack_takes_it() {
    try (var outbox = Outbox.start(Optional.empty(), clock)) {
      var answer = new Http(outbox.slackWebhookUrl()).post("", "{'text': 'Hello'}");

      assertEquals("ok", answer.text());
      assertEquals(200, answer.status());
      var message = assertInstanceOf(Message.Slack.class, outbox.messages().getFirst());
      assertEquals("Hello", message.body().path("text").asText());
      assertEquals(clock.instant(), message.at());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{'text' | invalid_payload", "[] | invalid_payload", "{'text': ''} | no_text"})
  void a_slack_message_that_says_nothing_is_refused(String body, String why) {
    try (var outbox = Outbox.start(Optional.empty(), clock)) {
      var answer = new Http(outbox.slackWebhookUrl()).post("", body);

      assertEquals(400, answer.status());
      assertEquals(why, answer.text());
      assertEquals(List.of(), outbox.messages());
    }
  }

  @Test
  void a_webhook_is_taken_when_it_is_signed() {
    try (var outbox = Outbox.start(Optional.empty(), clock)) {
      var unsigned = new Http(outbox.webhookUrl()).post("", "{'type': 'bellwether.notice'}");
      var notifier =
          new WebhookNotifier(
              new Web(clock),
              () -> Optional.of(outbox.webhookUrl().toString()),
              () -> Optional.of("s"),
              clock);

      notifier.deliver(new Notice("k", Subject.parse("octo/hello", "pr#1"), 1, "Late", "Look"));

      assertEquals(400, unsigned.status());
      var message = assertInstanceOf(Message.Webhook.class, outbox.messages().getFirst());
      assertEquals("msg_k", message.id());
      assertEquals("Late", message.body().at("/data/title").asText());
      assertEquals(message, Message.from(message.toJson()));
    }
  }

  @Test
  void a_page_is_taken_as_pagerduty_takes_it() {
    try (var outbox = Outbox.start(Optional.empty(), clock)) {
      var pagerDuty = new Http(outbox.pagerDutyUrl());

      var answer = pagerDuty.post("/v2/enqueue", TRIGGER);
      var resolved =
          pagerDuty.post(
              "/v2/enqueue",
              "{'routing_key': 'k', 'event_action': 'resolve', 'dedup_key': 'clock-1'}");

      assertEquals(202, answer.status());
      assertEquals("clock-1", answer.json().path("dedup_key").asText());
      assertEquals(202, resolved.status());
      var alert = assertInstanceOf(Message.Alert.class, outbox.messages().getFirst());
      assertEquals("trigger", alert.action());
      assertEquals("Build is late", alert.payload().path("summary").asText());
      assertFalse(outbox.toJson().toString().contains("canary-key"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | 'routing_key' is missing or blank",
        "{'routing_key': 'k', 'event_action': 'resolve'} | 'dedup_key' is missing or blank",
        "{'routing_key': 'k', 'event_action': 'trigger'} | 'summary' is missing or blank",
      })
  void a_page_that_pagerduty_would_refuse_is_refused(String event, String fault) {
    try (var outbox = Outbox.start(Optional.empty(), clock)) {
      var answer = new Http(outbox.pagerDutyUrl()).post("/v2/enqueue", event);

      assertEquals(400, answer.status());
      assertEquals("invalid event", answer.json().path("status").asText());
      assertEquals(fault, answer.json().at("/errors/0").asText());
      assertEquals(List.of(), outbox.messages());
    }
  }

  @Test
  void a_restart_still_has_what_was_sent(@TempDir Path data) throws Exception {
    List<Message> before;
    try (var outbox = Outbox.start(Optional.of(data), clock)) {
      new Http(outbox.slackWebhookUrl()).post("", "{'text': 'Hello'}");
      new Http(outbox.pagerDutyUrl()).post("/v2/enqueue", TRIGGER);
      outbox.email("Level1Topic", "team@example.com", "Late", "A build is late.");
      before = outbox.messages();
    }

    try (var outbox = Outbox.start(Optional.of(data), clock)) {
      assertEquals(3, before.size());
      assertEquals(before, outbox.messages());
    }
    assertFalse(Files.readString(data.resolve("outbox.jsonl")).contains("canary-key"));
  }
}
