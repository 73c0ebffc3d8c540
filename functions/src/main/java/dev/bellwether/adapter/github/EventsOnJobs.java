package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Jobs of workflow runs, and check runs of other apps.
///
/// A job of GitHub Actions is a check run of the same id, so both tell of one subject, and only the
/// job's own event counts.
final class EventsOnJobs {
  private static final Pattern TEST = Pattern.compile("test", Pattern.CASE_INSENSITIVE);
  private static final Set<String> FAILED = Set.of("failure", "timed_out");

  private EventsOnJobs() {}

  static Optional<EventStory> workflowJob(EventPayload payload) {
    var job = payload.in("workflow_job");
    return story(payload, job)
        .map(
            story -> {
              story
                  .facts()
                  .copy("build_name", job, "workflow_name")
                  .copy("build_id", job, "run_id")
                  .copy("build_attempt", job, "run_attempt");
              return judged(story, payload, job);
            });
  }

  static Optional<EventStory> checkRun(EventPayload payload) {
    var run = payload.in("check_run");
    return story(payload, run)
        .map(
            story -> {
              story
                  .facts()
                  .copy("build_name", run, "app.name")
                  .copy("build_id", run, "check_suite.id");
              return EventsOnBuilds.isOfGitHubActions(run) ? story : judged(story, payload, run);
            });
  }

  private static Optional<EventStory> story(EventPayload payload, EventPayload job) {
    var started = job.time("started_at");
    var ended = job.time("completed_at");
    var facts =
        new EventFacts()
            .revision(job)
            .copy("head_branch", job, "check_suite.head_branch")
            .copy("branch", job, "check_suite.head_branch")
            .copy("url", job, "html_url")
            .copy("job_id", job, "id")
            .copy("job_name", job, "name")
            .copy("job_status", job, "status")
            .copy("job_conclusion", job, "conclusion")
            .put("is_test", TEST.matcher(job.word("name")).find())
            .time("job_started_at", started)
            .time("job_finished_at", ended)
            .seconds("job_duration", started, ended);
    var isOver = payload.word("action").equals("completed");
    return job.number("id")
        .map(
            id ->
                EventStory.about(SubjectKind.JOB, String.valueOf(id), facts)
                    .at(job.time("created_at"))
                    .at(started)
                    .at(ended.filter(time -> isOver)));
  }

  private static EventStory judged(EventStory story, EventPayload payload, EventPayload job) {
    var isFailedTest =
        payload.word("action").equals("completed")
            && FAILED.contains(job.word("conclusion"))
            && TEST.matcher(job.word("name")).find();
    return story.as(isFailedTest ? "test_failed" : "");
  }
}
