package dev.bellwether.domain.fact;

import static dev.bellwether.domain.fact.DocumentedFact.Type.BOOLEAN;
import static dev.bellwether.domain.fact.DocumentedFact.Type.NUMBER;
import static dev.bellwether.domain.fact.DocumentedFact.Type.NUMBERS;
import static dev.bellwether.domain.fact.DocumentedFact.Type.SECONDS;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TEXT;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TEXTS;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TIME;
import static dev.bellwether.domain.fact.DocumentedFact.fact;

import java.util.List;
import java.util.stream.Stream;

/// Facts of what is done with code: branches, builds, jobs, deployments, releases.
final class CodeFacts {
  /// What a build or a job was run on.
  private static final List<DocumentedFact> REVISION =
      List.of(
          fact("head_sha", TEXT, "the commit it ran on"),
          fact("head_branch", TEXT, "the branch it ran on"),
          fact("branch", TEXT, "the same as `head_branch`"),
          fact(
              "pull_requests", NUMBERS, "numbers of the pull requests it ran for; none from forks"),
          fact("number", NUMBER, "the first of `pull_requests`"),
          fact("url", TEXT, "its page"),
          fact("build_id", NUMBER, "id of the workflow run or check suite"),
          fact(
              "build_name", TEXT, "name of the GitHub Actions workflow, or of the app that checks"),
          fact("build_attempt", NUMBER, "1, and one more for each rerun"));

  static final List<DocumentedFact> BUILD =
      with(
          REVISION,
          fact("build_status", TEXT, "`queued`, `in_progress`, `completed` …"),
          fact("build_conclusion", TEXT, "how it ended: `success`, `failure`, `cancelled` …"),
          fact("build_number", NUMBER, "counts the runs of the workflow"),
          fact("build_trigger", TEXT, "the event it ran for: `push`, `pull_request`, `schedule` …"),
          fact("build_file", TEXT, "the workflow's file: `.github/workflows/ci.yml`"),
          fact("build_started_at", TIME, "when this attempt began"),
          fact("build_finished_at", TIME, "when it ended; missing before"),
          fact("build_duration", SECONDS, "how long it took, or has taken when a schedule looks"),
          fact("title", TEXT, "what it is shown as: a commit's first line, a pull request's title"),
          fact("author", TEXT, "login of who caused it"),
          fact("author_is_bot", BOOLEAN, "whether a program caused it"));

  static final List<DocumentedFact> JOB =
      with(
          REVISION,
          fact("job_id", NUMBER, "id of the job or check run"),
          fact("job_name", TEXT, "its name"),
          fact("job_status", TEXT, "`queued`, `in_progress`, `completed` …"),
          fact("job_conclusion", TEXT, "how it ended: `success`, `failure`, `skipped` …"),
          fact("is_test", BOOLEAN, "whether `test` is part of its name"),
          fact("job_started_at", TIME, "when it began"),
          fact("job_finished_at", TIME, "when it ended; missing before"),
          fact("job_duration", SECONDS, "how long it took; missing before its end"));

  static final List<DocumentedFact> DEPLOYMENT =
      List.of(
          fact("deployment_id", NUMBER, "its id"),
          fact("environment", TEXT, "where to: `production`"),
          fact("production_environment", BOOLEAN, "whether users are meant to see that"),
          fact("task", TEXT, "what is done there: `deploy`"),
          fact("branch", TEXT, "the branch, tag or commit that is deployed"),
          fact("head_sha", TEXT, "the commit that is deployed"),
          fact("author", TEXT, "login of who asked for it"),
          fact("author_is_bot", BOOLEAN, "whether a program asked for it"),
          fact("url", TEXT, "where its progress or result is seen"),
          fact("deployment_status", TEXT, "`queued`, `in_progress`, `success`, `failure` …"),
          fact("deployment_started_at", TIME, "when it was asked for"),
          fact("deployment_finished_at", TIME, "when it ended; missing before"),
          fact("deployment_duration", SECONDS, "how long it took; missing before its end"));

  static final List<DocumentedFact> BRANCH =
      List.of(
          fact("branch", TEXT, "its name"),
          fact("author", TEXT, "login of who pushed, made or deleted it"),
          fact("author_is_bot", BOOLEAN, "whether a program did"));

  static final List<DocumentedFact> PUSH =
      List.of(
          fact("head_sha", TEXT, "the newest commit; zeros where a branch or tag was deleted"),
          fact("title", TEXT, "first line of the newest commit's message"),
          fact("url", TEXT, "the page that shows what was pushed"),
          fact("forced", BOOLEAN, "whether commits were taken back"),
          fact("commits", NUMBER, "how many commits were pushed"),
          fact("files", TEXTS, "paths touched by them"),
          fact("files_changed", NUMBER, "how many paths were touched"));

  static final List<DocumentedFact> RELEASE =
      List.of(
          fact("tag", TEXT, "its tag"),
          fact("author", TEXT, "login of who made it"),
          fact("author_is_bot", BOOLEAN, "whether a program made it"),
          fact("title", TEXT, "its name, or its tag where it has none"),
          fact("url", TEXT, "its page"),
          fact("draft", BOOLEAN, "whether it is a draft"),
          fact("prerelease", BOOLEAN, "whether it is marked as not ready for production"),
          fact("branch", TEXT, "what its tag is made from where there is none yet"),
          fact("published_at", TIME, "when it was published"));

  private CodeFacts() {}

  private static List<DocumentedFact> with(List<DocumentedFact> facts, DocumentedFact... more) {
    return Stream.concat(facts.stream(), Stream.of(more)).toList();
  }
}
