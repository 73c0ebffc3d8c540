package dev.bellwether.local.contract.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.slack.SlackNotifier;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every notice, however long or empty, is a message that Slack takes.
class SlackNotifierContractTest {
  private static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 149, 151, 3001, 9000})
  void a_notice_of_any_length_is_a_message(int length) throws IOException {
    try (var server = new TestServer()) {
      server.answer("POST /hook", 200, Map.of(), "ok");
      var slack = new SlackNotifier(new Web(Clock.systemUTC()), () -> "", () -> byWebhook(server));

      slack.deliver(new Notice("k", PR, 1, "<".repeat(length), "&".repeat(length)));

      var message = new JsonMapper().readTree(server.asked().getFirst().body());
      assertEquals(List.of(), SlackContract.faults(message));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel> ",
        "@here ",
        "<http://evil.test|look> ",
        "🏳️‍🌈 ",
        "שלום <b> ",
        "`*_~ "
      })
  void what_somebody_puts_into_a_title_pings_nobody_and_links_nowhere(String part)
      throws IOException {
    try (var server = new TestServer()) {
      server.answer("POST /hook", 200, Map.of(), "ok");
      var slack = new SlackNotifier(new Web(Clock.systemUTC()), () -> "", () -> byWebhook(server));
      var title = part.repeat(10_000 / part.length());

      slack.deliver(new Notice("k", PR, 1, title, title));

      var message = new JsonMapper().readTree(server.asked().getFirst().body());
      assertEquals(List.of(), SlackContract.faults(message));
      var section = message.at("/blocks/1/text/text").asText();
      assertFalse(section.contains("<"), section);
      assertFalse(message.path("text").asText().contains("<"));
      assertEquals("plain_text", message.at("/blocks/0/text/type").asText());
    }
  }

  private static SlackNotifier.Access byWebhook(TestServer server) {
    return new SlackNotifier.Access(
        Optional.empty(), Optional.empty(), Optional.of(server.base() + "/hook"));
  }
}
