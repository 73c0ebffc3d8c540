package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.testing.SettableTime;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpBehaviourTest {
  private static final String ISSUES = "/repos/octo-org/hello-world/issues";
  private final SettableTime clock = new SettableTime(Instant.parse("2026-11-25T09:00:00Z"));
  private GitHubSandbox sandbox = GitHubSandbox.start(Optional.empty(), clock);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    var first = github().get(ISSUES + "/42");

    var second = github().call("GET", ISSUES + "/42", "", "If-None-Match", first.header("ETag"));
    github().post(ISSUES + "/42/labels", "{'labels': ['bug']}");
    var third = github().call("GET", ISSUES + "/42", "", "If-None-Match", first.header("ETag"));

    assertEquals(304, second.status());
    assertEquals("", second.text());
    assertEquals(200, third.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "POST | /repos/o/r/issues | {} | 422 | \"title\" wasn't supplied.",
        "POST | /repos/o/r/issues | {'title': 7} | 422 | is not a string.",
        "POST | /repos/o/r/issues | {'title': 't', 'labels': 'x'} | 422 | is not an array.",
        "POST | /repos/o/r/issues | {'title' | 400 | Problems parsing JSON",
        "POST | /repos/o/r/issues/1/comments | {'body': ' '} | 422 | Validation Failed",
        "POST | /repos/o/r/issues/1/labels | {} | 422 | \"labels\" wasn't supplied.",
        "POST | /repos/o/r/pulls/1/requested_reviewers | {} | 422 | \"reviewers\"",
        "DELETE | /repos/o/r/pulls/1/requested_reviewers | {} | 422 | \"reviewers\"",
        "POST | /repos/o/r/statuses/main | {'state': 'success'} | 422 | No commit found",
        "POST | /repos/o/r/check-runs | {'name': 'n'} | 422 | \"head_sha\"",
        "PATCH | /repos/o/r/issues/1 | {'state': 'ajar'} | 422 | is not one of: open, closed",
        "GET | /repos/o/r/issues/none | - | 404 | Not Found",
        "GET | /repos/o/r/contents/CODEOWNERS | - | 404 | Not Found",
        "GET | /repos/o/r/nonsense | - | 404 | does not serve GET /repos/o/r/nonsense",
        "EVENT | /repos/o/r/issues/1 | {} | 404 | does not serve",
      })
  void refuses_in_githubs_words(String method, String path, String body, int status, String why) {
    var answer = github().call(method, path, body.equals("-") ? "" : body);

    assertEquals(status, answer.status(), answer.text());
    assertTrue(answer.json().path("message").asText().contains(why), answer.text());
    assertEquals(String.valueOf(status), answer.json().path("status").asText());
    assertTrue(sandbox.journal().getLast().sentence().startsWith("refused " + method));
  }

  @Test
  void a_completed_check_run_needs_a_conclusion() {
    var body = "{'name': 'n', 'head_sha': 'abc', 'status': 'completed'}";

    assertEquals(422, github().post("/repos/o/r/check-runs", body).status());
  }

  @Test
  void a_write_without_credentials_is_refused() {
    var request =
        HttpRequest.newBuilder(sandbox.url().resolve(ISSUES))
            .POST(BodyPublishers.ofString("{\"title\": \"t\"}"))
            .build();

    assertEquals(401, Http.send(request).status());
    assertTrue(sandbox.issuesOf("octo-org/hello-world").isEmpty());
  }

  @Test
  void the_81st_write_in_a_minute_is_told_to_wait_a_minute() {
    limited(Limits.github());
    for (int i = 0; i < 80; i++) {
      assertEquals(201, github().post(ISSUES, "{'title': 't'}").status());
    }

    var tooMuch = github().post(ISSUES, "{'title': 't'}");
    clock.pass(Duration.ofSeconds(60));

    assertEquals(403, tooMuch.status());
    assertEquals("60", tooMuch.header("Retry-After"));
    assertTrue(tooMuch.text().contains("secondary rate limit"), tooMuch.text());
    assertEquals(201, github().post(ISSUES, "{'title': 't'}").status());
    assertEquals(81, sandbox.issuesOf("octo-org/hello-world").size());
  }

  @Test
  void points_run_out_and_come_back() {
    limited(new Limits(80, 500, 12, 5_000));
    github().post(ISSUES, "{'title': 't'}");
    github().post(ISSUES, "{'title': 't'}");
    github().get(ISSUES);
    github().get(ISSUES);

    assertEquals(403, github().get(ISSUES).status());
    clock.pass(Duration.ofMinutes(1));
    assertEquals(200, github().get(ISSUES).status());
  }

  @Test
  void the_hours_requests_run_out_until_the_hour_is_over_and_a_304_costs_none() {
    limited(new Limits(80, 500, 900, 2));
    var etag = github().get(ISSUES).header("ETag");
    var unchanged = github().call("GET", ISSUES, "", "If-None-Match", etag);
    var last = github().get(ISSUES);

    var tooMuch = github().get(ISSUES);

    assertEquals("1", unchanged.header("X-RateLimit-Remaining"));
    assertEquals("0", last.header("X-RateLimit-Remaining"));
    assertEquals(403, tooMuch.status());
    assertEquals("", tooMuch.header("Retry-After"));
    var core = github().get("/rate_limit").json().at("/resources/core");
    assertEquals(0, core.path("remaining").asInt());
    assertEquals(clock.instant().plusSeconds(3600).getEpochSecond(), core.path("reset").asLong());
    clock.pass(Duration.ofHours(1));
    assertEquals(200, github().get(ISSUES).status());
  }

  private Http github() {
    return new Http(sandbox.url());
  }

  private void limited(Limits limits) {
    sandbox.close();
    sandbox = GitHubSandbox.start(Optional.empty(), clock, limits);
  }
}
