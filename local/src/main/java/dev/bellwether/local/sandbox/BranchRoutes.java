package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Answers for branches, their protection and what is behind what.
///
/// See <https://docs.github.com/en/rest/git/refs> and
/// <https://docs.github.com/en/rest/branches/branch-protection>.
final class BranchRoutes {
  private static final String REPOSITORY = "/repos/{owner}/{repo}";
  private static final String PROTECTION = REPOSITORY + "/branches/{branch+}/protection";
  private static final String HEADS = "refs/heads/";

  private final World world;
  private final RepositoryJson shape;

  BranchRoutes(World world, Links links) {
    this.world = world;
    this.shape = new RepositoryJson(links);
  }

  List<Route> routes() {
    return List.of(
        Route.of("PUT", PROTECTION, this::protect),
        Route.of("DELETE", PROTECTION, this::unprotect),
        Route.of("GET", REPOSITORY + "/branches/{branch+}", this::branch),
        Route.of("GET", REPOSITORY + "/git/ref/heads/{branch+}", this::ref),
        Route.of("POST", REPOSITORY + "/git/refs", this::create),
        Route.of("DELETE", REPOSITORY + "/git/refs/heads/{branch+}", this::delete),
        Route.of("GET", REPOSITORY + "/compare/{base+}\\.\\.\\.{head}", this::compare));
  }

  private Reply protect(Asked asked) {
    var repository = world.repository(asked);
    var checks = new HashSet<String>();
    var required = asked.body().path("required_status_checks");
    required.path("contexts").forEach(context -> checks.add(context.asText()));
    required.path("checks").forEach(check -> checks.add(check.path("context").asText()));
    var approvals =
        asked.body().at("/required_pull_request_reviews/required_approving_review_count").asInt();
    repository.code.protections.put(asked.path("branch"), new Protection(checks, approvals));
    return Reply.done(
        200,
        Json.object().put("url", asked.request().path()),
        "protected %s by %s and %d approvals".formatted(name(asked), named(checks), approvals));
  }

  private Reply unprotect(Asked asked) {
    var was = world.repository(asked).code.protections.remove(asked.path("branch"));
    if (was == null) {
      throw Refusal.of(404, "Branch not protected");
    }
    return Reply.done(204, Json.object(), "unprotected " + name(asked)).empty();
  }

  private Reply branch(Asked asked) {
    var repository = world.repository(asked);
    var branch = existing(asked);
    var body =
        Json.object()
            .put("name", branch)
            .put("protected", repository.code.protections.containsKey(branch));
    body.set("commit", shape.commit(repository, repository.resolve(branch)));
    return Reply.read(body, "read the branch " + name(asked));
  }

  private Reply ref(Asked asked) {
    var branch = existing(asked);
    return Reply.read(
        ref(branch, world.repository(asked).resolve(branch)), "read the branch " + name(asked));
  }

  private Reply create(Asked asked) {
    var repository = world.repository(asked);
    var ref = asked.requiredText("ref");
    var sha = asked.requiredText("sha");
    if (!ref.startsWith(HEADS) || ref.contains("..") || ref.contains(" ")) {
      throw Refusal.of(422, "Reference name is not valid: " + ref);
    }
    if (!sha.matches("[0-9a-f]{40}")) {
      throw Refusal.of(422, "Object does not exist");
    }
    var branch = ref.substring(HEADS.length());
    if (repository.code.isMade(branch)) {
      throw Refusal.of(422, "Reference already exists");
    }
    repository.code.move(branch, sha);
    return Reply.done(
        201,
        ref(branch, sha),
        "made the branch %s of %s at %.7s".formatted(branch, repository.fullName(), sha));
  }

  private Reply delete(Asked asked) {
    var code = world.repository(asked).code;
    var branch = asked.path("branch");
    if (!code.has(branch)) {
      throw Refusal.of(422, "Reference does not exist");
    }
    if (code.protections.containsKey(branch)) {
      throw Refusal.of(422, "Cannot delete protected branch");
    }
    code.delete(branch);
    return Reply.done(204, Json.object(), "deleted the branch " + name(asked)).empty();
  }

  /// Looks for the pull request with this head.
  private Reply compare(Asked asked) {
    var repository = world.repository(asked);
    var head = repository.resolve(asked.path("head"));
    var behind =
        repository.issues.values().stream()
            .filter(pull -> pull.pull && repository.headSha(pull).equals(head))
            .mapToInt(pull -> repository.behind(pull, asked.path("base")))
            .max()
            .orElse(0);
    var body = Json.object().put("behind_by", behind).put("ahead_by", 1);
    body.put("status", behind == 0 ? "ahead" : "diverged").put("total_commits", 1);
    body.putArray("commits");
    body.putArray("files");
    return Reply.read(body, "compared %.7s with %s".formatted(head, asked.path("base")));
  }

  private String existing(Asked asked) {
    var branch = asked.path("branch");
    if (!world.repository(asked).code.has(branch)) {
      throw Refusal.of(404, "Branch not found");
    }
    return branch;
  }

  private static JsonNode ref(String branch, String sha) {
    var json = Json.object().put("ref", HEADS + branch);
    json.putObject("object").put("type", "commit").put("sha", sha);
    return json;
  }

  private String name(Asked asked) {
    return "%s of %s".formatted(asked.path("branch"), world.repository(asked).fullName());
  }

  private static String named(Set<String> checks) {
    return checks.isEmpty() ? "no checks" : Text.and(checks.stream().sorted().toList());
  }
}
