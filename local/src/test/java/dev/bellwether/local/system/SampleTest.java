package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the README promises of the sample: one webhook in, one review request and one label out.
class SampleTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

  private static WholeSystem whole;

  @BeforeAll
  static void start() throws Exception {
    whole = WholeSystem.start(new SettableTime(NINE));
    whole.http().api("POST", "/v1/workflows", Definitions.PR_REVIEW_AUTOMATION);
  }

  @AfterAll
  static void stop() {
    whole.close();
  }

  @Test
  void a_small_pull_request_gets_its_reviewer_and_its_label_once_however_often_it_is_delivered()
      throws Exception {
    var body = Payloads.pullRequest("opened", 42, 12, NINE);
    var answer = whole.http().webhook("pull_request", "11111111-0000-0000-0000-000000000001", body);

    assertEquals(202, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("pr-review-automation") || answer.body().contains("started"));
    whole.await("the label", () -> whole.gitHub().labelsOf(Payloads.REPOSITORY, 42).size() == 1);
    var execution = whole.executionsAtRest().get(0);
    assertEquals("succeeded", execution.path("state").asText());
    assertEquals(List.of("lead-developer"), whole.gitHub().reviewersOf(Payloads.REPOSITORY, 42));
    assertEquals(
        List.of("status: ready_for_review"), whole.gitHub().labelsOf(Payloads.REPOSITORY, 42));

    var calls = whole.gitHub().journal().size();
    try (var five = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> again =
          () ->
              whole
                  .http()
                  .webhook("pull_request", "11111111-0000-0000-0000-000000000001", body)
                  .statusCode();
      for (var status : five.invokeAll(IntStream.range(0, 5).mapToObj(i -> again).toList())) {
        assertEquals(202, status.get());
      }
    }

    assertEquals(1, whole.executionsAtRest().size());
    assertEquals(calls, whole.gitHub().journal().size());
  }

  @Test
  void a_large_pull_request_starts_nothing_and_the_delivery_says_why() throws Exception {
    var body = Payloads.pullRequest("opened", 43, 50, NINE);
    whole.http().webhook("pull_request", "11111111-0000-0000-0000-000000000002", body);

    var delivery = whole.http().get("/v1/deliveries/11111111-0000-0000-0000-000000000002");

    var decision = delivery.path("decisions").get(0);
    assertEquals("pr-review-automation", decision.path("workflow_id").asText());
    assertEquals("false", decision.path("explanation").path("truth").asText());
    assertTrue(whole.gitHub().reviewersOf(Payloads.REPOSITORY, 43).isEmpty());
  }

  @Test
  void the_dashboard_is_served_and_keeps_what_it_shows_behind_the_token()
      throws IOException, InterruptedException {
    var page = whole.http().page("/");

    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("content-security-policy").orElse("").contains("'self'"));
    assertEquals(401, whole.http().page("/v1/executions").statusCode());
  }
}
