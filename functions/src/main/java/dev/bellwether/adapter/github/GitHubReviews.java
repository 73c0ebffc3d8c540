package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.Reviews;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reviews by one request, after another has told which reviews there are:
/// <https://docs.github.com/en/rest/pulls/reviews>.
public final class GitHubReviews implements Reviews {
  private static final int MOST = 1000;
  private static final String APPROVED = "APPROVED";

  private final GitHubClient client;

  /// Works on this.
  public GitHubReviews(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome approve(Subject pullRequest, String sha, String text) {
    return on(
        pullRequest,
        (gitHub, as) -> {
          var self = client.self(as);
          for (var review : approvals(gitHub, pullRequest)) {
            if (login(review).equalsIgnoreCase(self)
                && review.path("commit_id").asText().equals(sha)) {
              return new Outcome.Done(Map.of("review_id", id(review), "already", true));
            }
          }
          var body = Json.object().put("event", "APPROVE").put("commit_id", sha);
          if (!text.isBlank()) {
            body.put("body", text);
          }
          var review = gitHub.send("POST", path(pullRequest), body);
          return new Outcome.Done(Map.of("review_id", id(review)));
        });
  }

  @Override
  public Outcome dismiss(Subject pullRequest, String text, Collection<String> reviewers) {
    return on(
        pullRequest,
        (gitHub, as) -> {
          var dismissed = new ArrayList<String>();
          for (var review : approvals(gitHub, pullRequest)) {
            var login = login(review);
            if (reviewers.isEmpty() || reviewers.stream().anyMatch(login::equalsIgnoreCase)) {
              var path = path(pullRequest) + "/" + id(review) + "/dismissals";
              gitHub.send("PUT", path, Json.object().put("message", text).put("event", "DISMISS"));
              dismissed.add(login);
            }
          }
          return new Outcome.Done(Map.of("dismissed", dismissed.stream().distinct().toList()));
        });
  }

  private Outcome on(Subject pullRequest, GitHubClient.Talk<Outcome> talk) {
    return pullRequest.kind() == SubjectKind.PR
        ? client.talk(
            pullRequest.repository(), talk, failure -> new Outcome.Failed(failure, Map.of()))
        : Outcome.failedForGood(
            "bad_subject", "Only pull requests can be reviewed; %s is none".formatted(pullRequest));
  }

  private static List<JsonNode> approvals(GitHubJson gitHub, Subject pullRequest)
      throws IOException {
    return gitHub.list(path(pullRequest), "", MOST).stream()
        .filter(review -> review.path("state").asText().equals(APPROVED))
        .toList();
  }

  private static String path(Subject pullRequest) {
    return "/pulls/%s/reviews".formatted(pullRequest.key());
  }

  private static long id(JsonNode review) {
    return review.path("id").asLong();
  }

  private static String login(JsonNode review) {
    return review.at("/user/login").asText();
  }
}
