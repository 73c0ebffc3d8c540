package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Answers for check runs.
///
/// See <https://docs.github.com/en/rest/checks/runs>.
final class CheckRoutes {
  private static final String RUNS = "/repos/{owner}/{repo}/check-runs";
  private static final List<String> KEPT =
      List.of(
          "name",
          "head_sha",
          "details_url",
          "external_id",
          "status",
          "conclusion",
          "started_at",
          "completed_at",
          "output");
  private static final List<String> STATUSES = List.of("queued", "in_progress", "completed");
  private static final List<String> CONCLUSIONS =
      List.of(
          "action_required",
          "cancelled",
          "failure",
          "neutral",
          "success",
          "skipped",
          "stale",
          "timed_out");

  private final World world;
  private final Links links;

  CheckRoutes(World world, Links links) {
    this.world = world;
    this.links = links;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", RUNS, this::create),
        Route.of("GET", RUNS + "/{id}", this::get),
        Route.of("PATCH", RUNS + "/{id}", this::edit),
        Route.of("GET", "/repos/{owner}/{repo}/commits/{ref+}/check-runs", this::list));
  }

  private Reply create(Asked asked) {
    asked.requiredText("name");
    asked.requiredText("head_sha");
    requireSound(asked);
    var repository = world.repository(asked);
    var id = world.nextId();
    var run =
        Json.object()
            .put("id", id)
            .put("node_id", "CR_" + id)
            .put("url", links.repository(repository) + "/check-runs/" + id)
            .put("html_url", links.web(repository.fullName() + "/runs/" + id))
            .put("status", "queued")
            .put("external_id", "")
            .putNull("conclusion")
            .put("started_at", Text.time(asked.at()))
            .putNull("completed_at");
    run.putObject("output").putNull("title").putNull("summary").put("annotations_count", 0);
    run.putArray("pull_requests");
    merge(run, asked);
    repository.checkRuns.put(id, run);
    return Reply.done(201, run.deepCopy(), sentence("created", repository, run));
  }

  private Reply get(Asked asked) {
    var run = existing(asked);
    return Reply.read(run.deepCopy(), sentence("read", world.repository(asked), run));
  }

  private Reply edit(Asked asked) {
    var run = existing(asked);
    requireSound(asked);
    var before = run.deepCopy();
    merge(run, asked);
    var repository = world.repository(asked);
    return before.equals(run)
        ? Reply.same(200, before, sentence("changed nothing about", repository, run))
        : Reply.done(200, run.deepCopy(), sentence("updated", repository, run));
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    var sha = repository.resolve(asked.path("ref"));
    var runs =
        repository.checkRuns.values().stream()
            .filter(run -> run.path("head_sha").asText().equals(sha))
            .toList();
    return Reply.counted(
        asked,
        "check_runs",
        Json.array(runs, ObjectNode::deepCopy),
        "listed the check runs of %s@%.7s".formatted(repository.fullName(), sha));
  }

  /// A completed run needs a conclusion; the description of the API can only say so in prose.
  private static void requireSound(Asked asked) {
    var status = asked.oneOf("status", STATUSES);
    var conclusion = asked.oneOf("conclusion", CONCLUSIONS);
    if (status.filter("completed"::equals).isPresent() && conclusion.isEmpty()) {
      throw Refusal.invalidRequest("\"conclusion\" wasn't supplied.");
    }
  }

  private static void merge(ObjectNode run, Asked asked) {
    for (var key : KEPT) {
      if (asked.has(key)) {
        run.set(key, asked.body().get(key).deepCopy());
      }
    }
    if (asked.has("conclusion")) {
      run.put("status", "completed");
      if (!asked.has("completed_at") && !run.hasNonNull("completed_at")) {
        run.put("completed_at", Text.time(asked.at()));
      }
    }
  }

  private ObjectNode existing(Asked asked) {
    var run = world.repository(asked).checkRuns.get(asked.number("id"));
    if (run == null) {
      throw Refusal.notFound();
    }
    return run;
  }

  private static String sentence(String verb, Repository repository, ObjectNode run) {
    var state = run.path(run.hasNonNull("conclusion") ? "conclusion" : "status").asText();
    return "%s the check run \"%s\" of %s@%.7s: %s"
        .formatted(
            verb,
            run.path("name").asText(),
            repository.fullName(),
            run.path("head_sha").asText(),
            state);
  }
}
