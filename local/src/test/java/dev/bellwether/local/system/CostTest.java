package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.testing.SdkCalls;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// What a webhook and its execution ask of DynamoDB and SQS, counted on the wire of the whole
/// system; `docs/performance.md` quotes these numbers.
class CostTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void a_pull_request_with_one_workflow_of_two_actions_costs_these_requests() throws Exception {
    var counts = new ConcurrentHashMap<String, Integer>();
    var stop = SdkCalls.listen(operation -> counts.merge(operation, 1, Integer::sum));
    try (var whole = WholeSystem.start(new SettableTime(NINE))) {
      whole.http().api("POST", "/v1/workflows", Definitions.PR_REVIEW_AUTOMATION);
      send(whole, 1);
      whole.await(
          "the first, and the sweep that every start makes",
          () -> counts.containsKey("DeleteMessageBatch") && counts.containsKey("DeleteMessage"));

      counts.clear();
      send(whole, 2);
      whole.await("the second", () -> counts.containsKey("DeleteMessageBatch"));

      assertEquals(
          Map.of(
              // The webhook: the execution and the clock, and a message for each.
              "PutItem", 2,
              "SendMessage", 2,
              // The execution: the claim, its end, and the message that is done.
              "UpdateItem", 2,
              "DeleteMessageBatch", 1),
          new TreeMap<>(counts));
      assertTrue(isLabelled(whole, 2));
    } finally {
      stop.run();
    }
  }

  private static void send(WholeSystem whole, int number) throws Exception {
    whole
        .http()
        .webhook(
            "pull_request",
            "33333333-0000-0000-0000-00000000000" + number,
            Payloads.pullRequest("opened", number, 12, NINE));
  }

  private static boolean isLabelled(WholeSystem whole, int number) {
    return !whole.gitHub().labelsOf(Payloads.REPOSITORY, number).isEmpty();
  }
}
