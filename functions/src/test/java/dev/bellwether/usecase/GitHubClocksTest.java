package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// GitHub's own payloads, cut down to what a clock needs, through the reader that webhooks use.
class GitHubClocksTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final InMemoryClockStore clocks = new InMemoryClockStore();
  private final ObserveClocks observe =
      new ObserveClocks(clocks, new RecordingTimerQueue(), now -> Policies.STANDARD, ended -> {});

  @Test
  void a_pull_request_from_draft_to_review() {
    pullRequest("opened", "09:00:00", true);
    assertEquals(Clock.State.PENDING, review().state());
    pullRequest("ready_for_review", "09:10:00", false);
    assertEquals(Optional.of(Instant.parse("2026-11-25T09:10:00Z")), review().startedAt());
    pullRequest("converted_to_draft", "09:12:00", true);
    assertEquals(Clock.State.PAUSED, review().state());
    pullRequest("ready_for_review", "09:20:00", false);
    reviewed("alice", "09:20:30");
    assertEquals(Clock.State.RUNNING, review().state());
    reviewed("bob", "09:21:00");

    assertEquals(Clock.State.STOPPED, review().state());
    assertEquals(Duration.ofMinutes(3), review().elapsedAt(NOW));
  }

  @Test
  void a_run_from_its_request_to_its_end() {
    run("requested", "09:00:05", "queued");
    run("in_progress", "09:01:00", "in_progress");
    assertEquals(Optional.of(3595L), build().factsAsOf(NOW).number("build_duration"));
    run("completed", "09:08:05", "completed");

    assertEquals(Duration.ofMinutes(8), build().elapsedAt(NOW));
    assertEquals(Optional.of(480L), build().facts().number("build_duration"));
  }

  private void pullRequest(String action, String time, boolean isDraft) {
    take(
        "pull_request",
        """
        {"action": "%s", "repository": {"full_name": "octo/hello"},
         "pull_request": {"number": 42, "title": "Fix", "state": "open", "draft": %s,
           "user": {"login": "alice"}, "head": {"sha": "0f1e2d", "ref": "fix"},
           "created_at": "2026-11-25T09:00:00Z", "updated_at": "2026-11-25T%sZ",
           "closed_at": null}}
        """
            .formatted(action, isDraft, time));
  }

  private void reviewed(String reviewer, String time) {
    take(
        "pull_request_review",
        """
        {"action": "submitted", "repository": {"full_name": "octo/hello"},
         "review": {"user": {"login": "%s"}, "state": "commented",
           "submitted_at": "2026-11-25T%sZ"},
         "pull_request": {"number": 42, "title": "Fix", "state": "open",
           "user": {"login": "alice"}, "updated_at": "2026-11-25T%sZ", "closed_at": null}}
        """
            .formatted(reviewer, time, time));
  }

  private void run(String action, String time, String status) {
    take(
        "workflow_run",
        """
        {"action": "%s", "repository": {"full_name": "octo/hello"},
         "workflow_run": {"id": 7001, "run_attempt": 1, "name": "CI", "status": "%s",
           "head_sha": "0f1e2d", "head_branch": "main", "conclusion": null,
           "created_at": "2026-11-25T09:00:05Z", "run_started_at": "2026-11-25T09:00:05Z",
           "updated_at": "2026-11-25T%sZ"}}
        """
            .formatted(action, status, time));
  }

  private void take(String event, String payload) {
    var reading = new GitHubEvents().read(event, payload.getBytes(StandardCharsets.UTF_8), NOW);
    observe.on(((Reading.Known) reading).event(), NOW);
  }

  private Clock review() {
    return clock("pr_review_time|octo/hello|pr#42");
  }

  private Clock build() {
    return clock("build_time|octo/hello|build#7001.1");
  }

  private Clock clock(String id) {
    return clocks.find(ClockId.parse(id)).orElseThrow();
  }
}
