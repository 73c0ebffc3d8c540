package dev.bellwether.adapter.github;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Branches;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Makes and removes branches as Git references: <https://docs.github.com/en/rest/git/refs>.
public final class GitHubBranches implements Branches {
  private static final int INVALID = 422;

  private final GitHubClient client;

  /// Works on this.
  public GitHubBranches(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome create(String repository, String name, String from) {
    return client.talk(
        repository,
        (gitHub, as) -> create(gitHub, name, from),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  @Override
  public Outcome delete(String repository, String name) {
    return client.talk(
        repository,
        (gitHub, as) -> delete(gitHub, name),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  private static Outcome create(GitHubJson gitHub, String name, String from) throws IOException {
    var sha = from.matches("[0-9a-f]{40}") ? Optional.of(from) : headOf(gitHub, from);
    if (sha.isEmpty()) {
      return Outcome.failedForGood(
          "no_such_branch", "There is no branch %s to begin %s at".formatted(from, name));
    }
    try {
      var body = Json.object().put("ref", "refs/heads/" + name).put("sha", sha.get());
      gitHub.send("POST", "/git/refs", body);
      return new Outcome.Done(Map.of("branch", name, "sha", sha.get()));
    } catch (Refused refused) {
      var there = refused.status() == INVALID ? headOf(gitHub, name) : Optional.<String>empty();
      if (there.isEmpty()) {
        throw refused;
      }
      return there.equals(sha)
          ? new Outcome.Done(Map.of("branch", name, "sha", sha.get(), "already", true))
          : Outcome.failedForGood(
              "branch_exists",
              "The branch %s is there already, at %.7s and not at %.7s"
                  .formatted(name, there.get(), sha.get()));
    }
  }

  private static Optional<String> headOf(GitHubJson gitHub, String branch) throws IOException {
    return gitHub
        .find("/git/ref/heads/" + GitHubJson.part(branch))
        .map(ref -> ref.at("/object/sha").asText());
  }

  /// Asks GitHub itself which branch is the default one: what is known about that may be old, and a
  /// mistake here is not made good by anybody.
  private static Outcome delete(GitHubJson gitHub, String name) throws IOException {
    var branch = gitHub.find("/branches/" + GitHubJson.part(name));
    if (branch.isEmpty()) {
      return gone(name);
    }
    if (branch.get().path("protected").asBoolean()) {
      return Outcome.failedForGood(
          "branch_protected", "The branch %s is protected".formatted(name));
    }
    if (gitHub.get("").path("default_branch").asText().equals(name)) {
      return Outcome.failedForGood(
          "branch_protected", "%s is the repository's default branch".formatted(name));
    }
    try {
      gitHub.send("DELETE", "/git/refs/heads/" + GitHubJson.part(name));
      return new Outcome.Done(Map.of("branch", name));
    } catch (Refused refused) {
      if (refused.status() == INVALID && headOf(gitHub, name).isEmpty()) {
        return gone(name);
      }
      throw refused;
    }
  }

  private static Outcome gone(String name) {
    return new Outcome.Done(Map.of("branch", name, "already", true));
  }
}
