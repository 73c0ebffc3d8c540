package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the checks of a commit have come to, by name: check runs, and the commit statuses that
/// other services set. <https://docs.github.com/en/rest/checks/runs>
final class CheckReads {
  /// GitHub lists no more check runs of a commit than these.
  private static final int MOST = 1000;

  private static final String SUCCEEDED = "checks_succeeded";
  private static final String FAILED = "checks_failed";
  private static final String PENDING = "checks_pending";
  private static final String NEUTRAL = "checks_neutral";
  private static final String SKIPPED = "checks_skipped";

  private CheckReads() {}

  /// Neutral and skipped checks have succeeded, too: to GitHub they fulfil what is required.
  static void checks(Lookup lookup) throws IOException {
    var sha = lookup.needed("head_sha");
    if (sha.isEmpty()) {
      return;
    }
    var commit = "/commits/" + GitHubJson.part(sha.get());
    var names = new LinkedHashMap<String, Set<String>>();
    List.of(SUCCEEDED, FAILED, PENDING, NEUTRAL, SKIPPED)
        .forEach(fact -> names.put(fact, new LinkedHashSet<>()));
    for (var run : lookup.gitHub().list(commit + "/check-runs", "check_runs", MOST)) {
      sort(names, run.path("name").asText(), ofRun(run));
    }
    for (var status : lookup.gitHub().list(commit + "/status", "statuses", MOST)) {
      sort(names, status.path("context").asText(), ofStatus(status));
    }
    names.forEach((fact, checks) -> lookup.put(fact, List.copyOf(checks)));
  }

  private static void sort(Map<String, Set<String>> names, String name, List<String> facts) {
    facts.forEach(fact -> names.getOrDefault(fact, new LinkedHashSet<>()).add(name));
  }

  private static List<String> ofRun(JsonNode run) {
    if (!run.path("status").asText().equals("completed")) {
      return List.of(PENDING);
    }
    return switch (run.path("conclusion").asText()) {
      case "success" -> List.of(SUCCEEDED);
      case "neutral" -> List.of(SUCCEEDED, NEUTRAL);
      case "skipped" -> List.of(SUCCEEDED, SKIPPED);
      default -> List.of(FAILED);
    };
  }

  private static List<String> ofStatus(JsonNode status) {
    return switch (status.path("state").asText()) {
      case "success" -> List.of(SUCCEEDED);
      case "pending" -> List.of(PENDING);
      default -> List.of(FAILED);
    };
  }
}
