package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.Optional;

/// Builds: runs of GitHub Actions workflows, one subject for each attempt (`build#7001.1`), and
/// check suites of other apps (`build#suite-118`).
///
/// A check suite of GitHub Actions repeats what its workflow runs say. Of other suites only the
/// completion counts: GitHub asks only the app that owns a suite for it, so a `requested` one is
/// our own, which never completes.
/// <https://docs.github.com/en/webhooks/webhook-events-and-payloads>
final class EventsOnBuilds {
  private EventsOnBuilds() {}

  /// A run. A build starts once for each attempt: by `requested`, which GitHub sends for the first
  /// only, or by `in_progress` for those after it.
  static Optional<EventStory> workflowRun(EventPayload payload) {
    var run = payload.in("workflow_run");
    var attempt = run.number("run_attempt").orElse(1L);
    var started = run.time("run_started_at").or(() -> run.time("created_at"));
    var facts =
        build(run)
            .put("build_name", run.text("name").or(() -> payload.text("workflow.name")))
            .put("build_attempt", attempt)
            .copy("build_number", run, "run_number")
            .copy("build_file", run, "path")
            .copy("build_trigger", run, "event")
            .copy("title", run, "display_title")
            .copy("url", run, "html_url")
            .person("author", run, "actor")
            .time("build_started_at", started);
    return run.number("id")
        .map(id -> EventStory.about(SubjectKind.BUILD, id + "." + attempt, facts))
        .map(
            story ->
                switch (payload.word("action")) {
                  case "requested" -> story.as("build_started").at(started);
                  case "in_progress" ->
                      story.as(attempt > 1 ? "build_started" : "").at(run.time("updated_at"));
                  case "completed" -> completed(story, run, started);
                  default -> story.at(run.time("updated_at"));
                });
  }

  static Optional<EventStory> checkSuite(EventPayload payload) {
    var suite = payload.in("check_suite");
    if (isOfGitHubActions(suite) || !payload.word("action").equals("completed")) {
      return branch(suite);
    }
    var started = suite.time("created_at");
    var facts =
        build(suite).copy("build_name", suite, "app.name").time("build_started_at", started);
    return suite
        .number("id")
        .map(id -> EventStory.about(SubjectKind.BUILD, "suite-" + id, facts))
        .map(story -> completed(story, suite, started));
  }

  /// Tells whether GitHub Actions made a check; old payloads have the app's name only.
  static boolean isOfGitHubActions(EventPayload check) {
    return check.word("app.slug").equals("github-actions")
        || check.word("app.name").equals("GitHub Actions");
  }

  private static Optional<EventStory> branch(EventPayload suite) {
    var facts =
        new EventFacts().copy("branch", suite, "head_branch").copy("head_sha", suite, "head_sha");
    return suite.text("head_branch").map(name -> EventStory.about(SubjectKind.BRANCH, name, facts));
  }

  private static EventFacts build(EventPayload run) {
    return new EventFacts()
        .revision(run)
        .copy("build_id", run, "id")
        .copy("build_status", run, "status")
        .copy("build_conclusion", run, "conclusion");
  }

  private static EventStory completed(
      EventStory story, EventPayload run, Optional<Instant> started) {
    var ended = run.time("updated_at");
    story.facts().time("build_finished_at", ended).seconds("build_duration", started, ended);
    var verdict =
        switch (run.word("conclusion")) {
          case "success" -> "build_succeeded";
          case "failure", "timed_out", "startup_failure" -> "build_failed";
          default -> "";
        };
    return story.as("build_completed", verdict).at(ended);
  }
}
