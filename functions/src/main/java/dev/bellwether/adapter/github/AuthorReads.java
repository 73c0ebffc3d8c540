package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.Refused;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What is read about the author of the subject.
final class AuthorReads {
  private static final String BOT = "[bot]";

  private static final String TEAMS =
      """
      query AuthorTeams($organization: String!, $login: String!) {
        organization(login: $organization) {
          teams(first: 100, userLogins: [$login]) { nodes { slug } }
        }
      }\
      """;
  private static final String ACTIVITY =
      """
      query AuthorActivity($owner: String!, $name: String!, $number: Int!) {
        repository(owner: $owner, name: $name) {
          issueOrPullRequest(number: $number) {
            ... on Issue {
              createdAt author { login }
              comments(last: 100) { nodes { at: createdAt author { login } } }
            }
            ... on PullRequest {
              createdAt author { login }
              comments(last: 100) { nodes { at: createdAt author { login } } }
              reviews(last: 100) { nodes { at: submittedAt author { login } } }
              commits(last: 100) {
                nodes { commit { at: committedDate author { user { login } } } }
              }
            }
          }
        }
      }\
      """;

  private AuthorReads() {}

  /// `admin`, `write`, `read` or `none`; GitHub counts maintaining as writing, triage as reading.
  static void permission(Lookup lookup) throws IOException {
    var author = lookup.needed("author");
    if (author.isPresent()) {
      var path = "/collaborators/%s/permission".formatted(GitHubJson.part(author.get()));
      lookup.put(
          "author_permission",
          lookup.gitHub().find(path).map(may -> may.path("permission").asText()).orElse("none"));
    }
  }

  /// The teams of the organization that owns the repository; a person's repository has none, and a
  /// bot is in none.
  static void teams(Lookup lookup) throws IOException {
    var author = lookup.needed("author");
    if (author.isEmpty()) {
      return;
    }
    lookup.put(
        "author_teams",
        author.get().endsWith(BOT) ? List.of() : teamsOf(lookup.gitHub(), author.get()));
  }

  private static List<String> teamsOf(GitHubJson gitHub, String author) throws IOException {
    var slugs = new ArrayList<String>();
    try {
      var variables = Map.<String, Object>of("organization", gitHub.owner(), "login", author);
      var answer = gitHub.graphQl(TEAMS, variables);
      answer.at("/organization/teams/nodes").forEach(team -> slugs.add(team.path("slug").asText()));
    } catch (Refused refused) {
      if (!refused.failure().code().equals("graphql_not_found")) {
        throw refused;
      }
    }
    return List.copyOf(slugs);
  }

  /// The newest of what the author did: opening it, a comment, a review, a commit. Comments of
  /// others may hide the author's if there are a hundred of them since.
  static void activity(Lookup lookup) throws IOException {
    var answer = lookup.gitHub().graphQl(ACTIVITY, PullRequestReads.variables(lookup));
    var item = answer.at("/repository/issueOrPullRequest");
    var author = item.at("/author/login").asText();
    var times = new ArrayList<Instant>();
    add(times, item.path("createdAt"));
    for (var list : List.of("comments", "reviews")) {
      for (var said : item.path(list).path("nodes")) {
        if (said.at("/author/login").asText().equals(author)) {
          add(times, said.path("at"));
        }
      }
    }
    for (var pushed : item.path("commits").path("nodes")) {
      if (pushed.at("/commit/author/user/login").asText().equals(author)) {
        add(times, pushed.at("/commit/at"));
      }
    }
    times.stream()
        .max(Comparator.naturalOrder())
        .ifPresent(newest -> lookup.put("last_author_activity_at", newest.toString()));
  }

  private static void add(List<Instant> times, JsonNode time) {
    if (time.isTextual()) {
      times.add(Instant.parse(time.asText()));
    }
  }
}
