package dev.bellwether.function.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.RecordingContext;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.testing.RecordingViolationEvents;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.RaiseLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlaTimerHandlerTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  private static final String TIMER =
      """
      {"clock_id": "build_time|octo/hello|build#7001.1", "level": 1}\
      """;

  private final SettableTime time = new SettableTime(T0);
  private final InMemoryClockStore clocks = new InMemoryClockStore();
  private final RecordingViolationEvents events = new RecordingViolationEvents();
  private final RecordingContext context = new RecordingContext();
  private final SlaTimerHandler handler =
      new SlaTimerHandler(() -> new RaiseLevel(clocks, new RecordingTimerQueue(), events), time);

  @Test
  void a_timer_raises_its_clocks_level_and_one_line_says_so() {
    clocks.create(Given.aClock(7001, T0));
    time.set(T0.plusSeconds(600));

    var response = handler.handleRequest(batch(TIMER, TIMER), context);

    assertEquals(List.of(), response.getBatchItemFailures());
    assertEquals(
        List.of("build_time|octo/hello|build#7001.1|1"),
        events.published().stream().map(Violation::id).toList());
    assertEquals(2, context.line().path("timers").asInt());
    assertEquals(1, context.line().path("raised").size());
  }

  @Test
  void a_timer_of_a_clock_that_is_gone_is_done_with() {
    var response = handler.handleRequest(batch(TIMER), context);

    assertEquals(List.of(), response.getBatchItemFailures());
    assertEquals(List.of(), events.published());
  }

  @Test
  void what_is_no_timer_is_handed_back_alone() {
    clocks.create(Given.aClock(7001, T0));
    time.set(T0.plusSeconds(600));

    var response =
        handler.handleRequest(batch("no json", "{}", TIMER.replace("1}", "9}"), TIMER), context);

    assertEquals(
        List.of("m-0", "m-1", "m-2"),
        response.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier).toList());
    assertEquals(1, events.published().size());
    assertTrue(context.lines().stream().anyMatch(l -> l.path("message_id").asText().equals("m-1")));
  }

  private static SQSEvent batch(String... bodies) {
    var messages = new ArrayList<SQSMessage>();
    for (var body : bodies) {
      var message = new SQSMessage();
      message.setMessageId("m-" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    var event = new SQSEvent();
    event.setRecords(messages);
    return event;
  }
}
