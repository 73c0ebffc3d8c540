package dev.bellwether.local.contract.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.adapter.sqs.SqsDeadLetters;
import dev.bellwether.adapter.sqs.SqsDeadLetters.Pair;
import dev.bellwether.usecase.port.DeadLetters.Depth;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is dead comes back.
class SqsDeadLettersTest {
  private final SqsUnderTest dead = new SqsUnderTest();
  private final SqsUnderTest live = new SqsUnderTest();
  private final SqsDeadLetters letters =
      new SqsDeadLetters(
          () -> SqsUnderTest.CLIENT,
          List.of(new Pair("actions", live.url(), dead.url()), new Pair("x", null, dead.url())));

  @Test
  void what_is_dead_is_counted_and_goes_back_to_its_queue() {
    send(live, "{\"n\": 1}");
    send(dead, "{\"n\": 2}");
    send(dead, "{\"n\": 3}");
    assertEquals(
        List.of(new Depth("actions", 1, 0, 2, true), new Depth("x", 0, 0, 2, false)),
        letters.depths());

    assertEquals(OptionalInt.of(2), letters.redrive("actions"));
    assertEquals(OptionalInt.of(0), letters.redrive("actions"));

    assertEquals(Set.of("{\"n\": 1}", "{\"n\": 2}", "{\"n\": 3}"), taken(live, 3));
    assertEquals(new Depth("actions", 0, 3, 0, true), letters.depths().getFirst());
  }

  @Test
  void what_came_from_no_queue_cannot_go_back() {
    assertEquals(OptionalInt.empty(), letters.redrive("x"));
    assertEquals(OptionalInt.empty(), letters.redrive("none"));
  }

  /// Takes so many messages out, waiting for each a few seconds at most.
  private static Set<String> taken(SqsUnderTest queue, int count) {
    var bodies = new HashSet<String>();
    for (int i = 0; i < count; i++) {
      SqsUnderTest.CLIENT
          .receiveMessage(r -> r.queueUrl(queue.url()).maxNumberOfMessages(1).waitTimeSeconds(2))
          .messages()
          .forEach(message -> bodies.add(message.body()));
    }
    return bodies;
  }

  private static void send(SqsUnderTest queue, String body) {
    SqsUnderTest.CLIENT.sendMessage(request -> request.queueUrl(queue.url()).messageBody(body));
  }
}
