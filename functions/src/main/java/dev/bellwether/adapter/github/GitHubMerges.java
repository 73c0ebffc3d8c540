package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.Merges;
import java.io.IOException;
import java.util.Map;

/// Merges by one request; only where GitHub refuses, a second one asks how the pull request stands.
public final class GitHubMerges implements Merges {
  private static final int NOT_MERGEABLE = 405;
  private static final int HEAD_MOVED = 409;
  private static final int NOT_PROCESSABLE = 422;

  private final GitHubClient client;

  /// Works on this.
  public GitHubMerges(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Answer merge(Subject pullRequest, Merge merge) {
    if (pullRequest.kind() != SubjectKind.PR) {
      return new Answer.Settled(notOne(pullRequest));
    }
    return client.talk(
        pullRequest.repository(),
        (gitHub, as) -> merge(gitHub, pullRequest, merge),
        failure -> new Answer.Settled(new Outcome.Failed(failure, Map.of())));
  }

  @Override
  public Outcome mergeWhenReady(Subject pullRequest, Merge merge) {
    if (pullRequest.kind() != SubjectKind.PR) {
      return notOne(pullRequest);
    }
    return client.talk(
        pullRequest.repository(),
        (gitHub, as) -> new GitHubAutoMerge(gitHub, pullRequest, merge).enable(),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  @Override
  public Outcome update(Subject pullRequest, String sha) {
    if (pullRequest.kind() != SubjectKind.PR) {
      return notOne(pullRequest);
    }
    return client.talk(
        pullRequest.repository(),
        (gitHub, as) -> update(gitHub, pullRequest, sha),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  /// GitHub refuses with one status what has moved, what is up to date and what conflicts; how the
  /// pull request stands tells them apart.
  private static Outcome update(GitHubJson gitHub, Subject pullRequest, String sha)
      throws IOException {
    var path = "/pulls/" + pullRequest.key();
    try {
      gitHub.send("PUT", path + "/update-branch", Json.object().put("expected_head_sha", sha));
      return Outcome.done();
    } catch (Refused refused) {
      if (refused.status() != NOT_PROCESSABLE) {
        throw refused;
      }
      var pull = gitHub.get(path);
      var head = pull.at("/head/sha").asText();
      if (!head.equals(sha)) {
        return isMergeInto(sha, gitHub.get("/commits/" + head))
            ? new Outcome.Done(Map.of("already", true))
            : headMoved(pullRequest);
      }
      var base = GitHubJson.part(pull.at("/base/ref").asText());
      var compared = gitHub.get("/compare/%s...%s?per_page=1".formatted(base, sha));
      if (compared.path("behind_by").asLong() == 0) {
        return new Outcome.Done(Map.of("already", true));
      }
      throw refused;
    }
  }

  /// As after an update whose answer was lost.
  private static boolean isMergeInto(String sha, JsonNode commit) {
    return commit.path("parents").size() == 2 && commit.at("/parents/0/sha").asText().equals(sha);
  }

  static Answer merge(GitHubJson gitHub, Subject pullRequest, Merge merge) throws IOException {
    var path = "/pulls/" + pullRequest.key();
    var body = Json.object().put("merge_method", merge.method()).put("sha", merge.sha());
    merge.title().ifPresent(title -> body.put("commit_title", title));
    merge.message().ifPresent(message -> body.put("commit_message", message));
    try {
      var merged = gitHub.send("PUT", path + "/merge", body);
      return new Answer.Settled(new Outcome.Done(Map.of("sha", merged.path("sha").asText())));
    } catch (Refused refused) {
      return switch (refused.status()) {
        case HEAD_MOVED -> new Answer.Settled(headMoved(pullRequest));
        case NOT_MERGEABLE -> standing(gitHub.get(path), pullRequest, merge, refused);
        default -> throw refused;
      };
    }
  }

  /// Says it as it is whatever the refusal's words: they are for people and differ from rule to
  /// rule.
  private static Answer standing(JsonNode pull, Subject pullRequest, Merge merge, Refused refused) {
    if (pull.path("merged").asBoolean()) {
      return new Answer.Settled(already(pull.path("merge_commit_sha").asText()));
    }
    if (pull.path("state").asText().equals("closed")) {
      return new Answer.Settled(closed(pullRequest));
    }
    if (!pull.at("/head/sha").asText().equals(merge.sha())) {
      return new Answer.Settled(headMoved(pullRequest));
    }
    return switch (pull.path("mergeable_state").asText()) {
      case "draft" ->
          new Answer.Settled(
              Outcome.failedForGood("not_mergeable", pullRequest + " is still a draft"));
      case "dirty" ->
          new Answer.Settled(
              Outcome.failedForGood(
                  "not_mergeable", pullRequest + " conflicts with its base branch"));
      default -> new Answer.Blocked(refused.failure().reason());
    };
  }

  static Outcome already(String sha) {
    return new Outcome.Done(Map.of("sha", sha, "already", true));
  }

  static Outcome closed(Subject pullRequest) {
    return Outcome.failedForGood("closed", pullRequest + " was closed without being merged");
  }

  static Outcome headMoved(Subject pullRequest) {
    return Outcome.failedForGood(
        "head_moved", "The head of %s has moved since it was judged".formatted(pullRequest));
  }

  private static Outcome notOne(Subject subject) {
    return Outcome.failedForGood(
        "bad_subject", "Only pull requests can be merged; %s is none".formatted(subject));
  }
}
