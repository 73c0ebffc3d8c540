package dev.bellwether.adapter.github;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.CodeOwners;
import dev.bellwether.domain.workflow.CodeOwners.Owners;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.ReviewRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Asks for reviews: one request for all users, one for all teams.
public final class GitHubReviewRequests implements ReviewRequests {
  /// In this order, the first that is there counts.
  private static final List<String> PLACES = List.of(".github/", "", "docs/");

  private static final int MOST_OPEN = 1000;

  /// GitHub lists no more files of a pull request than these.
  private static final int MOST_FILES = 3000;

  private final GitHubClient client;

  /// Works on this.
  public GitHubReviewRequests(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome request(Subject pullRequest, List<String> users, List<String> teams) {
    return client.onPullRequest(
        pullRequest,
        users,
        teams,
        (bound, as) -> {
          if (!users.isEmpty()) {
            bound.requestReviewers(bound.getRequestedReviewers());
          }
          if (!teams.isEmpty()) {
            bound.requestTeamReviewers(bound.getRequestedTeams());
          }
          return Outcome.done();
        });
  }

  @Override
  public Outcome withOpen(String repository, Function<Map<Long, List<String>>, Outcome> then) {
    return client.talk(
        repository,
        (gitHub, as) -> {
          var asked = new HashMap<Long, List<String>>();
          for (var pull : gitHub.list("/pulls?state=open", "", MOST_OPEN)) {
            var users = new ArrayList<String>();
            pull.path("requested_reviewers")
                .forEach(user -> users.add(user.path("login").asText()));
            asked.put(pull.path("number").asLong(), users);
          }
          return then.apply(asked);
        },
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  @Override
  public Outcome withOwners(Subject pullRequest, Function<Owners, Outcome> then) {
    return client.talk(
        pullRequest.repository(),
        (gitHub, as) -> {
          var path = "/pulls/" + pullRequest.key();
          var base = gitHub.get(path).at("/base/ref").asText();
          var owners = codeOwners(gitHub, base);
          var files =
              gitHub.list(path + "/files", "", MOST_FILES).stream()
                  .map(file -> file.path("filename").asText())
                  .toList();
          return then.apply(owners.of(files));
        },
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  private static CodeOwners codeOwners(GitHubJson gitHub, String branch) throws IOException {
    for (var place : PLACES) {
      var path = "/contents/%sCODEOWNERS?ref=%s".formatted(place, GitHubJson.part(branch));
      var file = gitHub.find(path);
      if (file.isPresent()) {
        var content = Base64.getMimeDecoder().decode(file.get().path("content").asText());
        return CodeOwners.parse(new String(content, StandardCharsets.UTF_8));
      }
    }
    return CodeOwners.parse("");
  }
}
