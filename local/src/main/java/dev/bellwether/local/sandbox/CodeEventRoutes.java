package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Learns from webhooks, as [EventRoutes] does: of pushes, reviews, their threads and builds.
final class CodeEventRoutes {
  private static final String HEADS = "refs/heads/";

  private final World world;

  CodeEventRoutes(World world) {
    this.world = world;
  }

  List<Route> routes() {
    var repository = "/repos/{owner}/{repo}";
    return List.of(
        Route.of(EventRoutes.METHOD, repository + "/git/refs/heads/{branch+}", this::push),
        Route.of(EventRoutes.METHOD, repository + "/pulls/{number}/reviews", this::review),
        Route.of(EventRoutes.METHOD, repository + "/pulls/{number}/threads", this::thread),
        Route.of(EventRoutes.METHOD, repository + "/actions/runs/{id}", this::run));
  }

  /// Reduces a webhook's payload to what is learnt from it.
  static Optional<Request> request(JsonNode payload, Instant at) {
    var repository = payload.path("repository").path("full_name").asText();
    var pull = "/pulls/" + payload.at("/pull_request/number").asInt();
    if (!repository.matches("[^/]+/[^/]+")) {
      return Optional.empty();
    }
    if (payload.path("ref").asText().startsWith(HEADS) && payload.path("commits").isArray()) {
      return heard(repository, "/git/" + encoded(payload.path("ref").asText()), push(payload), at);
    }
    if (payload.has("review") && payload.has("pull_request")) {
      return heard(repository, pull + "/reviews", payload.get("review"), at);
    }
    if (payload.has("thread") && payload.has("pull_request")) {
      var thread = Json.object().put("id", payload.at("/thread/node_id").asText());
      thread.put("resolved", payload.path("action").asText().equals("resolved"));
      return heard(repository, pull + "/threads", thread, at);
    }
    var run = payload.path("workflow_run");
    return run.path("id").isIntegralNumber()
        ? heard(repository, "/actions/runs/" + run.path("id").asLong(), run(payload), at)
        : Optional.empty();
  }

  private static Optional<Request> heard(String repository, String path, JsonNode of, Instant at) {
    var target = "/repos/" + repository + path;
    return Optional.of(new Request(EventRoutes.METHOD, target, Json.write(of), at));
  }

  private static String encoded(String ref) {
    return Text.encode(ref).replace("%2F", "/");
  }

  private static ObjectNode push(JsonNode payload) {
    var files = new HashSet<String>();
    for (var commit : payload.path("commits")) {
      for (var kind : List.of("added", "modified", "removed")) {
        commit.path(kind).forEach(file -> files.add(file.asText()));
      }
    }
    var push = Json.object().put("sha", payload.path("after").asText());
    push.put("commits", payload.path("commits").size());
    push.set("files", Json.texts(files.stream().sorted().toList()));
    return push;
  }

  private static ObjectNode run(JsonNode payload) {
    var run = payload.path("workflow_run");
    var file = run.path("path").asText(payload.at("/workflow/path").asText());
    return Json.object()
        .put("workflow", file.substring(file.lastIndexOf('/') + 1))
        .put("event", run.path("event").asText())
        .put("branch", run.path("head_branch").asText())
        .put("sha", run.path("head_sha").asText())
        .put("actor", run.at("/actor/login").asText())
        .put("attempt", run.path("run_attempt").asInt(1))
        .put("status", run.path("status").asText())
        .put("conclusion", run.path("conclusion").asText(""));
  }

  private Reply push(Asked asked) {
    var repository = world.repository(asked);
    var branch = asked.path("branch");
    var sha = asked.body().path("sha").asText();
    if (sha.matches("0{40}")) {
      repository.code.delete(branch);
      return heard("that %s of %s is gone".formatted(branch, repository.fullName()));
    }
    repository.code.move(branch, sha);
    repository.issues.values().stream()
        .filter(pull -> pull.pull && pull.head.equals(branch) && pull.state.equals("open"))
        .forEach(pull -> pull.headSha = sha);
    var files = new HashSet<>(asked.names("files"));
    repository.code.push(new Push(branch, asked.body().path("commits").asInt(), files, asked.at()));
    return heard("a push to %s of %s".formatted(branch, repository.fullName()));
  }

  private Reply review(Asked asked) {
    var body = asked.body();
    var author = body.at("/user/login").asText();
    var id = body.path("id").asLong(Text.id(author));
    var pull = world.pull(asked);
    pull.reviews.remove(id);
    var commit = world.repository(asked).headSha(pull);
    pull.reviews.put(
        id,
        new Review(
            id,
            author,
            body.path("state").asText().toUpperCase(Locale.ROOT),
            body.path("body").asText(""),
            commit,
            asked.at()));
    return heard("a review of #%d by %s".formatted(pull.number, author));
  }

  private Reply thread(Asked asked) {
    var pull = world.pull(asked);
    pull.threads.put(asked.body().path("id").asText(), asked.body().path("resolved").asBoolean());
    return heard("a thread of #%d".formatted(pull.number));
  }

  private Reply run(Asked asked) {
    var body = asked.body();
    var id = asked.number("id");
    var runs = world.repository(asked).code.runs;
    var known = Optional.ofNullable(runs.get(id));
    runs.put(
        id,
        new Run(
            id,
            body.path("workflow").asText(),
            body.path("event").asText(),
            body.path("branch").asText(),
            body.path("sha").asText(),
            body.path("actor").asText(),
            body.path("attempt").asInt(),
            body.path("status").asText(),
            body.path("conclusion").asText(),
            known.map(Run::createdAt).orElse(asked.at())));
    return heard("the run %d".formatted(id));
  }

  private static Reply heard(String of) {
    return Reply.done(200, Json.object(), "heard of " + of);
  }
}
