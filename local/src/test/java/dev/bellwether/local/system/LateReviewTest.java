package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.sandbox.Message;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A pull request whose review is late, in virtual time, with the real functions: nobody is told
/// while its build is red, and a comment takes care of it.
class LateReviewTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
  private static final int PR = 42;

  private SettableTime time;
  private WholeSystem whole;

  @BeforeEach
  void start() throws Exception {
    time = new SettableTime(NINE);
    whole = WholeSystem.start(time);
  }

  @AfterEach
  void stop() {
    whole.close();
  }

  @Test
  void a_red_build_mutes_it_and_a_comment_takes_care_of_it() throws Exception {
    webhook("pull_request", Payloads.pullRequest("opened", PR, 3, NINE));
    webhook("workflow_run", build(7001, "failure"));

    sweepAfter(Duration.ofMinutes(5));
    whole.await("the incident", () -> state().equals("snoozed"));
    assertEquals("red build CI", incident().at("/hold/by").asText());
    assertEquals(0, told());

    webhook("workflow_run", build(7002, "success"));
    sweepAfter(Duration.ofMinutes(5));
    whole.await("people to be told", () -> told() > 0);
    assertEquals("triggered", state());

    webhook("issue_comment", Payloads.comment(PR, "/ack 45", time.instant()));
    assertEquals("acknowledged", state());
    assertEquals("octo-lead", incident().at("/hold/by").asText());
    assertEquals(
        time.instant().plus(Duration.ofMinutes(45)).toString(),
        incident().at("/hold/until").asText());
  }

  private String build(long id, String conclusion) {
    return Payloads.build("completed", id, NINE, time.instant())
        .replace("\"success\"", "\"" + conclusion + "\"")
        .replace("\"pull_requests\": []", "\"pull_requests\": [{\"number\": 42}]");
  }

  private int sent;

  private void webhook(String event, String payload) throws Exception {
    var delivery = "44444444-0000-0000-0000-%012d".formatted(++sent);
    whole.http().webhook(event, delivery, payload);
  }

  private void sweepAfter(Duration duration) throws Exception {
    time.pass(duration);
    whole.system().fire("SlaCheckFunctionSweep");
    whole.executionsAtRest();
  }

  private long told() {
    return whole.outbox().messages().stream().filter(Message.Slack.class::isInstance).count();
  }

  private String state() {
    return incident().path("state").asText();
  }

  private JsonNode incident() {
    try {
      return whole.http().get("/v1/incidents").path("items").path(0);
    } catch (Exception broken) {
      throw new IllegalStateException("The incidents cannot be read", broken);
    }
  }
}
