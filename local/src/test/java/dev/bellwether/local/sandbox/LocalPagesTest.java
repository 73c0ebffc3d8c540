package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.engine.Loopback;
import dev.bellwether.local.testing.SettableTime;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPagesTest {
  private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>";

  private final SettableTime clock = new SettableTime(Instant.parse("2026-11-25T09:00:00Z"));
  private final GitHubSandbox sandbox = GitHubSandbox.start(Optional.empty(), clock);
  private final Outbox outbox = Outbox.start(Optional.empty(), clock);
  private final HttpServer server = serve(LocalPages.of(sandbox, outbox));
  private final Http github = new Http(sandbox.url());
  private final Http pages = new Http(Loopback.uri(server));

  @AfterEach
  void close() {
    server.stop(0);
    outbox.close();
    sandbox.close();
  }

  @Test
  void calls_and_what_came_of_them_are_shown_for_people_and_for_scripts() {
    github.post(
        "/repos/octo-org/hello-world/pulls/42/requested_reviewers",
        "{'reviewers': ['lead-developer']}");
    github.post(
        "/repos/octo-org/hello-world/issues/42/labels", "{'labels': ['status: ready_for_review']}");

    var page = pages.get("/_local/github").text();
    var json = pages.get("/_local/github.json").json();

    assertTrue(page.contains("requested review from lead-developer on octo-org/hello-world#42"));
    assertTrue(page.contains("<span class=\"pill\">status: ready_for_review</span>"));
    assertEquals("status: ready_for_review", json.at("/repositories/0/issues/0/labels/0").asText());
    assertEquals("lead-developer", json.at("/repositories/0/issues/0/reviewers/0").asText());
    assertEquals("POST", json.at("/calls/1/method").asText());
    assertTrue(json.at("/calls/0/changed").asBoolean());
  }

  @Test
  void what_strangers_wrote_is_text_and_nothing_else() {
    github.post("/repos/o/r/issues", "{'title': '%s', 'labels': ['<b>x</b>']}".formatted(HOSTILE));
    github.post("/repos/o/r/issues/1/comments", "{'body': '%s'}".formatted(HOSTILE));
    github.post(
        "/repos/o/r/statuses/" + "a".repeat(40),
        "{'state': 'success', 'context': '%s'}".formatted(HOSTILE));
    outbox.email("Level1Topic", HOSTILE, HOSTILE, HOSTILE);
    var slack = new Http(outbox.slackWebhookUrl());
    slack.post("", "{'text': '%s'}".formatted(HOSTILE));
    slack.post("", "{'text': '<javascript:alert(1)|click> `%s`'}".formatted(HOSTILE));
    slack.post("", "{'blocks': [{'type': '%s', 'text': '%s'}]}".formatted(HOSTILE, HOSTILE));

    var shown = pages.get("/_local/github").text() + pages.get("/_local/outbox").text();

    assertTrue(shown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assertFalse(shown.contains("<script>"));
    assertFalse(shown.contains("<img"));
    assertFalse(shown.contains("<b>"));
    assertFalse(shown.contains("href=\"javascript:"));
  }

  @Test
  void messages_are_shown_as_people_would_see_them() {
    outbox.email("Level2Topic", "lead@example.com", "Review is late", "By 6 minutes.");
    new Http(outbox.slackWebhookUrl())
        .post(
            "",
            """
            {'text': 'Fallback', 'blocks': [
              {'type': 'header', 'text': {'type': 'plain_text', 'text': 'Level *1*'}},
              {'type': 'section', 'text': {'type': 'mrkdwn',
                'text': '*Late* by `6 min` &lt;here&gt; <https://example.com/a?b=1&amp;c=2|look>'},
               'fields': [{'type': 'mrkdwn', 'text': '_Who_ <@U1>'}]},
              {'type': 'actions', 'elements': [{'type': 'button', 'url': 'https://example.com',
                'text': {'type': 'plain_text', 'text': 'Acknowledge'}}]}]}
            """);
    new Http(outbox.pagerDutyUrl())
        .post(
            "/v2/enqueue",
            """
            {'routing_key': 'k', 'event_action': 'trigger', 'dedup_key': 'clock-1',
             'payload': {'summary': 'Build is late', 'source': 'o/r', 'severity': 'critical',
                         'custom_details': {'elapsed': '20 min'}}}
            """);

    var page = pages.get("/_local/outbox").text();

    assertTrue(page.contains("<h3>Review is late</h3>"), page);
    assertTrue(page.contains("to lead@example.com by Level2Topic"), page);
    assertTrue(page.contains("<h3>Level *1*</h3>"), page);
    assertTrue(page.contains("<strong>Late</strong> by <code>6 min</code> &lt;here&gt; "), page);
    assertTrue(
        page.contains("<a href=\"https://example.com/a?b=1&amp;c=2\" rel=\"noreferrer\">look</a>"),
        page);
    assertTrue(page.contains("<em>Who</em> <span class=\"ping\">@U1</span>"), page);
    assertTrue(page.contains("<span class=\"pill bad\">critical</span>"), page);
    assertTrue(page.contains("<dt>elapsed</dt><dd>20 min</dd>"), page);
    assertEquals(3, pages.get("/_local/outbox.json").json().path("messages").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/_local",
        "/_local/",
        "/_local/github",
        "/_local/outbox",
        "/_local/github.json",
        "/_local/outbox.json",
        "/_local/local.css",
        "/_local/refresh.js"
      })
  void every_page_is_there_before_anything_happened_and_runs_no_script_but_its_own(String path) {
    var answer = pages.get(path);

    assertEquals(200, answer.status());
    assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"));
    assertFalse(answer.text().contains("style=\""));
    assertFalse(answer.text().contains("onclick"));
  }

  @Test
  void the_pages_can_only_be_read_and_are_no_others() {
    assertEquals(405, pages.post("/_local/github", "{}").status());
    assertEquals(404, pages.get("/_local/nothing").status());
    assertEquals(404, pages.get("/_localized").status());
    assertEquals(404, pages.get("/").status());
  }

  @Test
  void without_a_sandbox_the_page_says_where_calls_go() {
    var real = serve(LocalPages.withoutSandbox(URI.create("https://api.github.com"), outbox));
    try {
      var page = new Http(Loopback.uri(real)).get("/_local/github").text();

      assertTrue(page.contains("Calls go to https://api.github.com"), page);
    } finally {
      real.stop(0);
    }
  }

  private static HttpServer serve(LocalPages pages) {
    var server = Loopback.server();
    server.createContext("/", pages::handle);
    server.start();
    return server;
  }
}
