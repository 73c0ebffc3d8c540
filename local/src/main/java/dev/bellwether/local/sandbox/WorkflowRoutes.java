package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// Answers for workflows of GitHub Actions: every one is there and can be started. Nothing runs;
/// what becomes of a run, webhooks tell.
///
/// See <https://docs.github.com/en/rest/actions/workflows> and
/// <https://docs.github.com/en/rest/actions/workflow-runs>.
final class WorkflowRoutes {
  private static final String WORKFLOW = "/repos/{owner}/{repo}/actions/workflows/{workflow}";
  private static final String RUN = "/repos/{owner}/{repo}/actions/runs/{id}";

  private final World world;
  private final Links links;

  WorkflowRoutes(World world, Links links) {
    this.world = world;
    this.links = links;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", WORKFLOW + "/dispatches", this::dispatch),
        Route.of("GET", WORKFLOW + "/runs", this::list),
        Route.of("GET", RUN, this::get),
        Route.of("POST", RUN + "/rerun-failed-jobs", this::rerun));
  }

  private Reply dispatch(Asked asked) {
    var repository = world.repository(asked);
    var ref = asked.requiredText("ref");
    if (!repository.code.has(ref)) {
      throw Refusal.of(422, "No ref found for: " + ref);
    }
    var id = world.nextId();
    var run =
        new Run(
            id,
            asked.path("workflow"),
            "workflow_dispatch",
            ref,
            repository.resolve(ref),
            World.SELF,
            1,
            "queued",
            "",
            asked.at());
    repository.code.runs.put(id, run);
    var sentence = "started %s on %s of %s".formatted(run.workflow(), ref, repository.fullName());
    var json = json(repository, run);
    var told =
        Json.object()
            .put("workflow_run_id", id)
            .put("run_url", json.path("url").asText())
            .put("html_url", json.path("html_url").asText());
    return asked.body().path("return_run_details").asBoolean()
        ? Reply.done(200, told, sentence)
        : Reply.done(204, told, sentence).empty();
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    Predicate<Run> wanted =
        run ->
            run.workflow().equals(asked.path("workflow"))
                && asked.query("event", run.event()).equals(run.event())
                && asked.query("branch", run.branch()).equals(run.branch())
                && asked.query("actor", run.actor()).equals(run.actor())
                && !run.createdAt().isBefore(since(asked.query("created", "")));
    var runs = repository.code.runs.descendingMap().values().stream().filter(wanted).toList();
    return Reply.counted(
        asked,
        "workflow_runs",
        Json.array(runs, run -> json(repository, run)),
        "listed the runs of %s of %s".formatted(asked.path("workflow"), repository.fullName()));
  }

  /// Of the search syntax, only `>=` is understood.
  private static Instant since(String created) {
    return created.startsWith(">=") ? Instant.parse(created.substring(2)) : Instant.MIN;
  }

  private Reply get(Asked asked) {
    var repository = world.repository(asked);
    return Reply.read(json(repository, run(asked)), "read the run " + asked.path("id"));
  }

  private Reply rerun(Asked asked) {
    var run = run(asked);
    if (!run.status().equals("completed")) {
      throw Refusal.of(403, "This workflow is already running");
    }
    world.repository(asked).code.runs.put(run.id(), run.again());
    return Reply.done(
        201,
        Json.object(),
        "ran the failed jobs of run %d again, attempt %d".formatted(run.id(), run.attempt() + 1));
  }

  /// One that nobody spoke of failed.
  private Run run(Asked asked) {
    var id = asked.number("id");
    var repository = world.repository(asked);
    return repository.code.runs.computeIfAbsent(
        id,
        unknown ->
            new Run(
                id,
                "unknown",
                "push",
                Code.DEFAULT_BRANCH,
                repository.resolve(Code.DEFAULT_BRANCH),
                World.SELF,
                1,
                "completed",
                "failure",
                asked.at()));
  }

  private ObjectNode json(Repository repository, Run run) {
    var json =
        Json.object()
            .put("id", run.id())
            .put("name", run.workflow())
            .put("path", ".github/workflows/" + run.workflow())
            .put("event", run.event())
            .put("status", run.status())
            .put("conclusion", run.conclusion().isEmpty() ? null : run.conclusion())
            .put("head_branch", run.branch())
            .put("head_sha", run.sha())
            .put("run_attempt", run.attempt())
            .put("created_at", Text.time(run.createdAt()))
            .put("url", links.repository(repository) + "/actions/runs/" + run.id())
            .put("html_url", links.web(repository.fullName() + "/actions/runs/" + run.id()));
    json.set("actor", links.user(run.actor()));
    json.putArray("pull_requests");
    return json;
  }
}
