package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.Items;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Changes pull requests and issues as issues, which to GitHub both are:
/// <https://docs.github.com/en/rest/issues/issues>.
public final class GitHubItems implements Items {
  private static final Set<SubjectKind> NUMBERED = Set.of(SubjectKind.PR, SubjectKind.ISSUE);
  private static final int MOST_MILESTONES = 500;

  private final GitHubClient client;

  /// Works on this.
  public GitHubItems(GitHubClient client) {
    this.client = client;
  }

  @Override
  public Outcome assign(Subject item, List<String> logins) {
    var body = Json.object();
    body.set("assignees", Json.tree(logins));
    return talk(
        item,
        gitHub -> {
          var answer = gitHub.send("POST", path(item) + "/assignees", body);
          var assigned = answer.path("assignees").findValuesAsText("login");
          return new Outcome.Done(Map.of("assignees", assigned));
        });
  }

  @Override
  public Outcome setMilestone(Subject item, String milestone) {
    return talk(
        item,
        gitHub -> {
          var found = number(gitHub, milestone);
          if (found.isEmpty()) {
            return Outcome.failedForGood(
                "no_such_milestone",
                "No open milestone of %s is called '%s'".formatted(item.repository(), milestone));
          }
          return patch(gitHub, item, Json.object().put("milestone", found.get()));
        });
  }

  @Override
  public Outcome move(Subject item, State state) {
    var name = state.name().toLowerCase(Locale.ROOT);
    return talk(item, gitHub -> patch(gitHub, item, Json.object().put("state", name)));
  }

  private interface Talk {
    Outcome over(GitHubJson gitHub) throws IOException;
  }

  private Outcome talk(Subject item, Talk talk) {
    if (!NUMBERED.contains(item.kind())) {
      return Outcome.failedForGood(
          "bad_subject",
          "Only pull requests and issues can be changed so; %s is neither".formatted(item));
    }
    return client.talk(
        item.repository(),
        (gitHub, as) -> talk.over(gitHub),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  private static Outcome patch(GitHubJson gitHub, Subject item, ObjectNode body)
      throws IOException {
    gitHub.send("PATCH", path(item), body);
    return new Outcome.Done(Json.map(body));
  }

  private static Optional<Integer> number(GitHubJson gitHub, String milestone) throws IOException {
    return gitHub.list("/milestones?state=open", "", MOST_MILESTONES).stream()
        .filter(known -> isCalled(known, milestone))
        .map(known -> known.path("number").intValue())
        .findFirst();
  }

  private static boolean isCalled(JsonNode known, String milestone) {
    return known.path("title").asText().equalsIgnoreCase(milestone)
        || known.path("number").asText().equals(milestone);
  }

  private static String path(Subject item) {
    return "/issues/" + item.key();
  }
}
