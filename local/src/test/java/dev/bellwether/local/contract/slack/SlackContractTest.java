package dev.bellwether.local.contract.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackContractTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text': 'Hello'}",
        "{'text': 'Hello', 'blocks': [{'type': 'header', 'text': {'type': 'plain_text', 'text':"
            + " 'H'}}]}",
        "{'blocks': [{'type': 'section', 'text': {'type': 'mrkdwn', 'text': '*b*'}}, {'type':"
            + " 'divider'}]}",
      })
  void a_message_as_slack_takes_it_passes(String message) {
    assertEquals(List.of(), SlackContract.faults(json(message)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'text': 7}",
        "{'text': 'x', 'block': []}",
        "{'blocks': [{'type': 'section', 'text': '*b*'}]}",
        "{'blocks': [{'type': 'header', 'text': {'type': 'mrkdwn', 'text': 'H'}}]}",
        "{'blocks': [{'type': 'section', 'text': {'type': 'mrkdwn', 'txt': 'H'}}]}",
      })
  void a_message_slack_would_refuse_fails(String message) {
    assertFalse(SlackContract.faults(json(message)).isEmpty());
  }

  @Test
  void a_header_longer_than_slack_shows_fails() {
    var text = "{'type': 'plain_text', 'text': '%s'}".formatted("x".repeat(151));
    var message = json("{'blocks': [{'type': 'header', 'text': %s}]}".formatted(text));

    assertFalse(SlackContract.faults(message).isEmpty());
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
