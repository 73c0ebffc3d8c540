package dev.bellwether.local.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// Answers for pull requests and the reviews asked of people.
///
/// See <https://docs.github.com/en/rest/pulls/pulls> and
/// <https://docs.github.com/en/rest/pulls/review-requests>.
final class PullRoutes {
  private static final String PULL = "/repos/{owner}/{repo}/pulls/{number}";
  private static final String REVIEWERS = PULL + "/requested_reviewers";

  private final World world;
  private final Links links;
  private final IssueJson shape;

  PullRoutes(World world, Links links) {
    this.world = world;
    this.links = links;
    this.shape = new IssueJson(links);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/repos/{owner}/{repo}/pulls", this::list),
        Route.of("POST", "/repos/{owner}/{repo}/pulls", this::open),
        Route.of("GET", PULL, this::get),
        Route.of("PATCH", PULL, this::edit),
        Route.of("GET", PULL + "/merge", this::isMerged),
        Route.of("PUT", PULL + "/merge", this::merge),
        Route.of("PUT", PULL + "/update-branch", this::update),
        Route.of("GET", REVIEWERS, this::reviewers),
        Route.of("POST", REVIEWERS, this::request),
        Route.of("DELETE", REVIEWERS, this::remove));
  }

  private Reply list(Asked asked) {
    var repository = world.repository(asked);
    var state = asked.query("state", "open");
    Predicate<Issue> wanted =
        pull -> pull.pull && (state.equals("all") || pull.state.equals(state));
    var pulls = repository.issues.descendingMap().values().stream().filter(wanted).toList();
    return Reply.list(
        asked,
        Json.array(pulls, pull -> shape.pull(repository, pull)),
        "listed the pull requests of " + repository.fullName());
  }

  private Reply open(Asked asked) {
    var title = asked.requiredText("title");
    var head = asked.requiredText("head");
    var base = asked.requiredText("base");
    var repository = world.repository(asked);
    var pull = repository.open(title, asked.at());
    pull.pull = true;
    pull.head = head;
    pull.base = base;
    pull.body = asked.text("body").orElse("");
    pull.draft = asked.body().path("draft").asBoolean();
    return Reply.done(201, shape.pull(repository, pull), "opened " + name(asked, pull));
  }

  private Reply get(Asked asked) {
    var pull = world.pull(asked);
    return Reply.read(shape.pull(world.repository(asked), pull), "read " + name(asked, pull));
  }

  private Reply edit(Asked asked) {
    var pull = world.pull(asked);
    var changed = asked.text("state").map(state -> pull.moveTo(state, asked.at())).orElse(false);
    changed |= Edits.title(pull, asked);
    changed |= Edits.body(pull, asked);
    var body = shape.pull(world.repository(asked), pull);
    return changed
        ? Reply.done(200, body, "edited " + name(asked, pull))
        : Reply.same(200, body, "edited nothing on " + name(asked, pull));
  }

  private Reply isMerged(Asked asked) {
    var pull = world.pull(asked);
    if (pull.mergedAt().isEmpty()) {
      throw Refusal.notFound();
    }
    return Reply.read(Json.object(), "saw that %s is merged".formatted(name(asked, pull))).empty();
  }

  /// Merges. A guard on a head that nobody told us of is taken at its word.
  private Reply merge(Asked asked) {
    var repository = world.repository(asked);
    var pull = world.pull(asked);
    var guard = asked.text("sha");
    asked.oneOf("merge_method", List.of("merge", "squash", "rebase"));
    if (pull.state.equals("closed") || pull.draft) {
      throw Refusal.of(405, "Pull Request is not mergeable");
    }
    if (guard.isPresent() && pull.headSha != null && !guard.get().equals(pull.headSha)) {
      throw Refusal.of(409, "Head branch was modified. Review and try the merge again.");
    }
    var blocker = MergeRules.blocker(repository, pull);
    if (blocker.isPresent()) {
      throw Refusal.of(405, blocker.get());
    }
    MergeRules.merge(repository, pull, asked.at());
    var body =
        Json.object()
            .put("sha", repository.mergeSha(pull))
            .put("merged", true)
            .put("message", "Pull Request successfully merged");
    return Reply.done(200, body, "merged " + name(asked, pull));
  }

  private Reply update(Asked asked) {
    var repository = world.repository(asked);
    var pull = world.pull(asked);
    var head = repository.headSha(pull);
    if (asked.text("expected_head_sha").filter(sha -> !sha.equals(head)).isPresent()) {
      throw Refusal.of(422, "expected head sha didn’t match current head ref.");
    }
    if (repository.behind(pull, pull.base) == 0) {
      throw Refusal.of(422, "There are no new commits on the base branch.");
    }
    pull.headSha = repository.merged(head, pull.base);
    pull.upToDateAt = asked.at();
    var body = Json.object().put("message", "Updating pull request branch.");
    return Reply.done(202, body, "brought %s up to date".formatted(name(asked, pull)));
  }

  private Reply reviewers(Asked asked) {
    var pull = world.pull(asked);
    var body = Json.object();
    body.set("users", Json.array(pull.reviewers, links::user));
    body.set("teams", Json.array(pull.teams, slug -> links.team(slug, asked.path("owner"))));
    return Reply.read(body, "read who was asked to review " + name(asked, pull));
  }

  private Reply request(Asked asked) {
    var users = asked.names("reviewers");
    var teams = asked.names("team_reviewers");
    if (users.isEmpty() && teams.isEmpty()) {
      throw Refusal.invalidRequest("\"reviewers\" or \"team_reviewers\" wasn't supplied.");
    }
    var pull = world.pull(asked);
    if (users.stream().anyMatch(pull::isAuthor)) {
      throw Refusal.of(422, "Review cannot be requested from pull request author.");
    }
    var news = new ArrayList<String>();
    users.stream().filter(pull.reviewers::add).forEach(news::add);
    teams.stream().filter(pull.teams::add).forEach(news::add);
    return reply(
        asked,
        201,
        news,
        "requested review from %s on %s",
        "had requested review from %s on %s before");
  }

  private Reply remove(Asked asked) {
    if (!asked.has("reviewers")) {
      throw Refusal.invalidRequest("\"reviewers\" wasn't supplied.");
    }
    var pull = world.pull(asked);
    var news = new ArrayList<String>();
    asked.names("reviewers").stream().filter(pull.reviewers::remove).forEach(news::add);
    asked.names("team_reviewers").stream().filter(pull.teams::remove).forEach(news::add);
    return reply(
        asked,
        200,
        news,
        "withdrew the review request to %s on %s",
        "found no review request to %s on %s");
  }

  private Reply reply(
      Asked asked, int status, Collection<String> news, String done, String nothing) {
    var pull = world.pull(asked);
    var body = shape.pull(world.repository(asked), pull);
    if (news.isEmpty()) {
      var all = new ArrayList<>(asked.names("reviewers"));
      all.addAll(asked.names("team_reviewers"));
      return Reply.same(status, body, nothing.formatted(Text.and(all), name(asked, pull)));
    }
    pull.updatedAt = asked.at();
    return Reply.done(status, body, done.formatted(Text.and(news), name(asked, pull)));
  }

  private String name(Asked asked, Issue pull) {
    return world.repository(asked).fullName() + "#" + pull.number;
  }
}
