package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is read about a pull request beside itself: <https://docs.github.com/en/rest/pulls>.
final class PullRequestReads {
  /// GitHub lists no more files of a pull request than these.
  private static final int MOST = 3000;

  /// GitHub lists no more commits of a pull request than these.
  private static final int MOST_COMMITS = 250;

  private static final String THREADS =
      """
      query ReviewThreads($owner: String!, $name: String!, $number: Int!, $after: String) {
        repository(owner: $owner, name: $name) {
          pullRequest(number: $number) {
            reviewThreads(first: 100, after: $after) {
              nodes { isResolved }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
      }\
      """;

  private PullRequestReads() {}

  /// Finds the open pull request whose head a commit is, or else any that has it.
  static Optional<Long> withHead(GitHubJson gitHub, String sha) throws IOException {
    var pulls = gitHub.list("/commits/" + GitHubJson.part(sha) + "/pulls", "", 100);
    var heads =
        pulls.stream()
            .filter(pull -> pull.at("/head/sha").asText().equals(sha))
            .filter(pull -> pull.path("state").asText().equals("open"));
    return heads
        .findFirst()
        .or(() -> pulls.stream().findFirst())
        .map(pull -> pull.path("number").asLong());
  }

  /// A file that was renamed is touched by both its names.
  static void files(Lookup lookup) throws IOException {
    if (!lookup.hasPullRequest()) {
      return;
    }
    var paths = new LinkedHashSet<String>();
    for (var file : lookup.gitHub().list(path(lookup) + "/files", "", MOST)) {
      paths.add(file.path("filename").asText());
      if (file.hasNonNull("previous_filename")) {
        paths.add(file.path("previous_filename").asText());
      }
    }
    lookup.put("files", List.copyOf(paths));
  }

  /// A comment takes no approval back, a dismissal does.
  static void reviews(Lookup lookup) throws IOException {
    if (!lookup.hasPullRequest()) {
      return;
    }
    var newest = new LinkedHashMap<String, String>();
    for (var review : lookup.gitHub().list(path(lookup) + "/reviews", "", MOST)) {
      var state = review.path("state").asText();
      if (List.of("APPROVED", "CHANGES_REQUESTED", "DISMISSED").contains(state)) {
        newest.put(review.at("/user/login").asText(), state);
      }
    }
    var approved = whoSaid(newest, "APPROVED");
    lookup.put("approvals", approved.size());
    lookup.put("approved_by", approved);
    lookup.put("changes_requested_by", whoSaid(newest, "CHANGES_REQUESTED"));
  }

  private static List<String> whoSaid(Map<String, String> newest, String state) {
    return newest.entrySet().stream()
        .filter(entry -> entry.getValue().equals(state))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Counts the commits of the base branch that the head lacks.
  static void comparison(Lookup lookup) throws IOException {
    var base = lookup.needed("base_branch");
    var head = lookup.needed("head_sha");
    if (base.isPresent() && head.isPresent()) {
      var range = GitHubJson.part(base.get()) + "..." + GitHubJson.part(head.get());
      var compared = lookup.gitHub().get("/compare/" + range + "?per_page=1");
      lookup.put("commits_behind", compared.path("behind_by").asLong());
    }
  }

  /// Says nothing of a pull request with more commits than GitHub lists.
  static void commits(Lookup lookup) throws IOException {
    if (!lookup.hasPullRequest()) {
      return;
    }
    var commits = lookup.gitHub().list(path(lookup) + "/commits", "", MOST_COMMITS);
    if (commits.size() < MOST_COMMITS) {
      lookup.put(
          "commits_verified",
          commits.stream().allMatch(c -> c.at("/commit/verification/verified").asBoolean()));
    }
  }

  static void threads(Lookup lookup) throws IOException {
    if (!lookup.hasPullRequest()) {
      return;
    }
    var variables = new HashMap<>(variables(lookup));
    var threads = new ArrayList<JsonNode>();
    JsonNode page;
    do {
      var answer = lookup.gitHub().graphQl(THREADS, variables);
      page = answer.at("/repository/pullRequest/reviewThreads");
      page.path("nodes").forEach(threads::add);
      variables.put("after", page.at("/pageInfo/endCursor").asText());
    } while (page.at("/pageInfo/hasNextPage").asBoolean() && threads.size() < MOST);
    lookup.put(
        "unresolved_threads",
        threads.stream().filter(thread -> !thread.path("isResolved").asBoolean()).count());
  }

  /// Names the pull request or issue to GraphQL.
  static Map<String, Object> variables(Lookup lookup) throws IOException {
    return Map.of(
        "owner",
        lookup.gitHub().owner(),
        "name",
        lookup.gitHub().name(),
        "number",
        lookup.number().orElseThrow());
  }

  private static String path(Lookup lookup) throws IOException {
    return "/pulls/" + lookup.number().orElseThrow();
  }
}
