package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the README promises of the sample: one webhook in, one review request and one label out.
class SampleTest {
  private static final Instant NINE = Instant.parse("2026-11-25T09:00:01Z");
  private static final int SAMPLE = 42;
  private static final int MARKER = 44;
  private static final List<String> REVIEWER = List.of("lead-developer");
  private static final List<String> LABEL = List.of("status: ready_for_review");

  private WholeSystem whole;

  @BeforeEach
  void start() throws Exception {
    whole = WholeSystem.start(new SettableTime(NINE));
    whole.http().api("POST", "/v1/workflows", Definitions.PR_REVIEW_AUTOMATION);
  }

  @AfterEach
  void stop() {
    whole.close();
  }

  @Test
  void the_sample_gets_its_reviewer_and_its_label_and_the_dashboard_shows_how() throws Exception {
    var answer = sendSample();
    var executions = whole.executionsAtRest();

    assertEquals(202, answer.statusCode(), answer.body());
    assertEquals(1, executions.size());
    var id = executions.get(0).path("id").asText();
    assertEquals(List.of(id), texts(Json.read(answer.body()).path("started")));
    assertEquals(REVIEWER, whole.gitHub().reviewersOf(Payloads.REPOSITORY, SAMPLE));
    assertEquals(LABEL, whole.gitHub().labelsOf(Payloads.REPOSITORY, SAMPLE));

    var shown = whole.http().json("/_local/github.json").at("/repositories/0/issues/0");
    assertEquals(SAMPLE, shown.path("number").asInt());
    assertEquals(REVIEWER, texts(shown.path("reviewers")));
    assertEquals(LABEL, texts(shown.path("labels")));

    assertEquals("pr-review-automation", executions.get(0).path("workflow_id").asText());
    assertEquals("Greet people in their own language", executions.get(0).path("title").asText());
    var execution = whole.http().get("/v1/executions/" + id);
    assertEquals("succeeded", execution.path("state").asText());
    assertEquals("true", execution.at("/explanation/truth").asText());
    assertEquals(
        List.of("assign_reviewer succeeded 1", "update_status succeeded 1"),
        stream(execution.path("steps")).map(SampleTest::step).toList());
  }

  @Test
  void five_redeliveries_at_once_start_nothing_and_call_nobody() throws Exception {
    sendSample();
    whole.executionsAtRest();
    var first = calls();

    try (var five = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<HttpResponse<String>> again = this::sendSample;
      for (var answer : five.invokeAll(IntStream.range(0, 5).mapToObj(i -> again).toList())) {
        assertEquals(202, answer.get().statusCode());
        assertEquals(List.of(), texts(Json.read(answer.get().body()).path("started")));
      }
    }
    send(MARKER, 12);

    assertEquals(2, whole.executionsAtRest().size());
    var marker = first.stream().map(call -> call.replace("/" + SAMPLE, "/" + MARKER)).toList();
    assertEquals(2, first.size(), first::toString);
    assertEquals(marker, calls().subList(first.size(), calls().size()));
  }

  @Test
  void a_large_pull_request_starts_nothing_and_the_delivery_says_why() throws Exception {
    send(43, 50);

    var delivery = whole.http().get("/v1/deliveries/11111111-0000-0000-0000-000000000043");

    var decision = delivery.path("decisions").get(0);
    assertEquals("pr-review-automation", decision.path("workflow_id").asText());
    assertEquals("false", decision.path("explanation").path("truth").asText());
    assertEquals(0, whole.executionsAtRest().size());
  }

  @Test
  void the_dashboard_is_served_and_keeps_what_it_shows_behind_the_token()
      throws IOException, InterruptedException {
    var page = whole.http().page("/");

    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("content-security-policy").orElse("").contains("'self'"));
    assertEquals(401, whole.http().page("/v1/executions").statusCode());
  }

  /// Posts the sample as it is, signed with this system's secret.
  private HttpResponse<String> sendSample() throws IOException, InterruptedException {
    var sample = WholeSystem.sample("webhook-pull-request-opened.json");
    return whole
        .http()
        .webhook(
            sample.at("/headers/x-github-event").asText(),
            sample.at("/headers/x-github-delivery").asText(),
            sample.path("body").asText());
  }

  private void send(int number, int changedFiles) throws IOException, InterruptedException {
    whole
        .http()
        .webhook(
            "pull_request",
            "11111111-0000-0000-0000-0000000000" + number,
            Payloads.pullRequest("opened", number, changedFiles, NINE));
  }

  private List<String> calls() {
    return whole.gitHub().journal().stream()
        .map(call -> call.method() + " " + call.path() + " " + call.body())
        .toList();
  }

  private static String step(JsonNode step) {
    return "%s %s %d"
        .formatted(
            step.at("/action/type").asText(),
            step.path("state").asText(),
            step.path("attempts").asInt());
  }

  private static List<String> texts(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
