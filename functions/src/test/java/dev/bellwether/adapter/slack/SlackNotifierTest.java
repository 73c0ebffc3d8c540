package dev.bellwether.adapter.slack;

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
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackNotifierTest {
  private static final String PATH = "/services/T0/B0/canary";
  private static final String POST_MESSAGE = "POST /api/chat.postMessage";
  private static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");

  private final TestServer server = new TestServer();
  private Optional<String> url = Optional.of(server.base() + PATH);
  private Optional<String> token = Optional.empty();
  private final SlackNotifier slack =
      new SlackNotifier(
          new Web(() -> Instant.EPOCH),
          () -> server.base() + "/api/",
          () -> new SlackNotifier.Access(token, Optional.of("C042"), url));

  SlackNotifierTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void posts_a_header_the_text_and_what_it_is_about_once() {
    server.answer("POST " + PATH, 200, Map.of(), "ok");

    var outcome = slack.deliver(notice("Late & \n red", "Ping <!channel> & <@U1>"));

    assertEquals(Outcome.done(), outcome);
    assertEquals(1, server.asked().size());
    assertEquals(
        Json.read(
            """
            {"text": "Late &amp; red",
             "blocks": [
              {"type": "header", "text": {"type": "plain_text", "text": "Late & red"}},
              {"type": "section", "text":
                {"type": "mrkdwn", "text": "Ping &lt;!channel&gt; &amp; &lt;@U1&gt;"}},
              {"type": "context", "elements": [{"type": "mrkdwn", "text": "octo/hello pr#42"}]}]}\
            """),
        Json.read(server.asked().getFirst().body()));
  }

  @Test
  void keeps_to_slack_s_limits_and_cuts_no_escape_in_half() {
    for (var text : new String[] {"<".repeat(4000), "a" + "<".repeat(4000), "🙂".repeat(3000)}) {
      var message = Json.tree(SlackMessage.of(notice("🙂".repeat(200), text)));

      var header = message.path("blocks").path(0).path("text").path("text").asText();
      var section = message.path("blocks").path(1).path("text").path("text").asText();
      assertTrue(header.length() <= 150 && header.endsWith("🙂…"), header);
      assertTrue(section.length() <= 3000 && section.matches("(?s).*(&lt;|🙂)…"), section);
    }
  }

  @Test
  void a_long_list_is_taken_apart_between_its_lines_and_none_is_left_out() {
    var lines = IntStream.range(0, 200).mapToObj(i -> i + " <" + "x".repeat(280)).toList();

    var blocks =
        Json.tree(SlackMessage.of(notice("Late", String.join("\n", lines)))).path("blocks");

    assertTrue(blocks.size() <= 50, blocks.size() + " blocks");
    var seen = new ArrayList<String>();
    for (int i = 1; i < blocks.size() - 1; i++) {
      var text = blocks.path(i).path("text").path("text").asText();
      assertTrue(text.length() <= 3000);
      seen.addAll(text.lines().map(line -> line.replace("&lt;", "<")).toList());
    }
    assertEquals(lines, seen);
  }

  @Test
  void a_notice_without_text_has_no_empty_section() {
    var message = Json.tree(SlackMessage.of(notice("Late", " ")));

    assertEquals(2, message.path("blocks").size());
  }

  @Test
  void waits_as_long_as_slack_asks() {
    server.answer("POST " + PATH, 429, Map.of("Retry-After", "30"), "rate_limited");

    var waiting = assertInstanceOf(Outcome.Pending.class, slack.deliver(notice("t", "x")));
    assertEquals(Duration.ofSeconds(30), waiting.delay());
  }

  @Test
  void as_a_bot_it_posts_to_the_channel_and_not_by_the_webhook() {
    token = Optional.of("xoxb-canary");
    server.answer(POST_MESSAGE, 200, Map.of(), "{\"ok\": true, \"ts\": \"17.1\"}");

    var outcome = slack.deliver(notice("Late", "x"));

    assertEquals(new Outcome.Done(Map.of("ts", "17.1")), outcome);
    var asked = server.asked().getFirst();
    assertEquals("Bearer xoxb-canary", asked.header("Authorization"));
    var body = Json.read(asked.body());
    assertEquals("C042", body.path("channel").asText());
    assertEquals("Late", body.at("/blocks/0/text/text").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, false, slack_channel",
    "not_in_channel, false, invite",
    "invalid_auth, false, slack_bot_token",
    "missing_scope, false, scopes",
    "internal_error, true, internal_error"
  })
  void what_slack_refuses_a_bot_is_told_with_what_to_do(
      String error, boolean passes, String words) {
    token = Optional.of("xoxb-canary");
    server.answer(
        POST_MESSAGE, 200, Map.of(), "{\"ok\": false, \"error\": \"%s\"}".formatted(error));

    var failure = failure(slack.deliver(notice("Late", "x")));

    assertEquals(error, failure.code());
    assertEquals(passes, failure instanceof Failure.Transient);
    assertTrue(failure.reason().contains(words), failure.reason());
    assertFalse(failure.reason().contains("canary"), failure.reason());
  }

  @Test
  void a_bot_that_is_too_fast_waits_and_fails_nothing() {
    token = Optional.of("xoxb-canary");
    server.answer(POST_MESSAGE, 200, Map.of(), "{\"ok\": false, \"error\": \"ratelimited\"}");

    var waiting = assertInstanceOf(Outcome.Pending.class, slack.deliver(notice("t", "x")));

    assertEquals(Duration.ofSeconds(1), waiting.delay());
  }

  @Test
  void an_answer_that_is_none_may_pass() {
    token = Optional.of("xoxb-canary");
    server.answer(POST_MESSAGE, 200, Map.of(), "<html>canary");

    var failure = failure(slack.deliver(notice("t", "x")));

    assertInstanceOf(Failure.Transient.class, failure);
    assertFalse(failure.reason().contains("canary"), failure.reason());
  }

  @Test
  void a_webhook_that_is_gone_is_to_be_made_anew_and_its_address_is_not_shown() {
    server.answer("POST " + PATH, 404, Map.of(), "no_service");

    var failure = failure(slack.deliver(notice("t", "x")));

    assertInstanceOf(Failure.Permanent.class, failure);
    assertTrue(failure.reason().startsWith("Slack answered 404 to the message: no_service. Make"));
    assertTrue(failure.reason().contains("slack_webhook_url"));
    assertFalse(failure.reason().contains("canary"));
  }

  @Test
  void says_which_secret_to_set_and_does_not_show_a_wrong_one() {
    for (var wrong : new String[] {"", "not an address: canary", "canary"}) {
      url = Optional.of(wrong).filter(given -> !given.isEmpty());

      var failure = failure(slack.deliver(notice("t", "x")));

      assertInstanceOf(Failure.Permanent.class, failure);
      assertTrue(failure.reason().contains("slack_webhook_url"), failure.reason());
      assertFalse(failure.reason().contains("canary"), failure.reason());
    }
  }

  private static Failure failure(Outcome outcome) {
    return assertInstanceOf(Outcome.Failed.class, outcome).failure();
  }

  private static Notice notice(String title, String text) {
    return new Notice("k", PR, 1, title, text);
  }
}
