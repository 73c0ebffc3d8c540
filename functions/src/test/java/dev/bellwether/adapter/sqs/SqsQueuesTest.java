package dev.bellwether.adapter.sqs;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aBuild;
import static dev.bellwether.testing.Given.anExecution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class SqsQueuesTest {
  private static final String URL = "https://sqs.eu-west-1.amazonaws.com/111122223333/queue";

  private final List<SendMessageRequest> sent = new ArrayList<>();
  private final SqsClient sqs = new RecordingSqs(sent);

  @Test
  void an_execution_goes_to_its_queue_in_the_group_of_its_repository() {
    new SqsExecutionQueue(() -> sqs, URL).enqueue(anExecution("d-1", NOW), Duration.ZERO);

    var request = sent.getFirst();
    assertEquals(URL, request.queueUrl());
    assertEquals("octo/hello", request.messageGroupId());
    assertEquals(0, request.delaySeconds());
    assertEquals("octo/hello", Json.read(request.messageBody()).get("repository").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,0",
    "PT0.001S,1",
    "PT1S,1",
    "PT1.0000001S,2",
    "PT15M,900",
    "PT72H,900",
    "PT-5S,0"
  })
  void a_delay_is_rounded_up_so_that_nobody_wakes_too_early(Duration delay, int seconds) {
    new SqsExecutionQueue(() -> sqs, URL).enqueue(anExecution("d-1", NOW), delay);

    assertEquals(seconds, sent.getFirst().delaySeconds());
  }

  @Test
  void a_timer_goes_to_its_queue_in_the_group_of_its_repository() {
    var clock = new ClockId(Metric.BUILD_TIME, aBuild(7001));

    new SqsTimerQueue(() -> sqs, URL).arm(clock, Level.CRITICAL, Duration.ofSeconds(90));

    var request = sent.getFirst();
    assertEquals("octo/hello", request.messageGroupId());
    assertEquals(90, request.delaySeconds());
    assertEquals(
        Json.read("{\"clock_id\": \"build_time|octo/hello|build#7001.1\", \"level\": 3}"),
        Json.read(request.messageBody()));
  }

  @Test
  void a_timer_beyond_what_sqs_can_is_refused() {
    var clock = new ClockId(Metric.BUILD_TIME, aBuild(7001));
    var queue = new SqsTimerQueue(() -> sqs, URL);

    assertThrows(
        IllegalArgumentException.class,
        () -> queue.arm(clock, Level.WARNING, Duration.ofMinutes(16)));
  }

  @Test
  void a_group_is_named_by_what_sqs_takes_as_one() {
    assertEquals("-", Queue.groupOf("-"));
    assertEquals("octo/hello.js_2", Queue.groupOf("octo/hello.js_2"));
    var longest = "o".repeat(39) + "/" + "r".repeat(100);
    assertTrue(Queue.groupOf(longest).matches("[0-9a-f-]{36}"));
    assertTrue(Queue.groupOf("octo/héllo").matches("[0-9a-f-]{36}"));
    assertEquals(Queue.groupOf(longest), Queue.groupOf(longest));
  }

  private record RecordingSqs(List<SendMessageRequest> sent) implements SqsClient {
    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
      sent.add(request);
      return SendMessageResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
