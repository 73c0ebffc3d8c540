package dev.bellwether.local.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether a pull request may be merged by the rules of its base branch, and its merging.
final class MergeRules {
  private static final Set<String> PASSED = Set.of("success", "neutral", "skipped");

  private MergeRules() {}

  /// Finds what keeps a pull request from being merged, in GitHub's words.
  static Optional<String> blocker(Repository repository, Issue pull) {
    var protection = repository.code.protections.get(pull.base);
    if (protection == null) {
      return Optional.empty();
    }
    var missing =
        protection.checks().stream()
            .filter(check -> !hasPassed(repository, repository.headSha(pull), check))
            .sorted()
            .findFirst();
    if (missing.isPresent()) {
      return missing.map("Required status check \"%s\" is expected."::formatted);
    }
    return approvals(pull) < protection.approvals()
        ? Optional.of(
            "At least %d approving review is required by reviewers with write access."
                .formatted(protection.approvals()))
        : Optional.empty();
  }

  /// Names the state as `mergeable_state` does.
  static String state(Repository repository, Issue pull) {
    if (pull.state.equals("closed")) {
      return "unknown";
    }
    if (pull.draft) {
      return "draft";
    }
    return blocker(repository, pull).isPresent() ? "blocked" : "clean";
  }

  static void merge(Repository repository, Issue pull, Instant at) {
    pull.moveTo("closed", at);
    pull.mergedAt = at;
    pull.autoMerge = false;
    repository.code.push(new Push(pull.base, 1, repository.code.filesOf(pull.head), at));
  }

  /// Merges what was to be merged as soon as the rules are met, and is.
  static void mergeReady(Repository repository, Instant at) {
    repository.issues.values().stream()
        .filter(pull -> pull.autoMerge && state(repository, pull).equals("clean"))
        .toList()
        .forEach(pull -> merge(repository, pull, at));
  }

  /// Lists the newest verdict of each reviewer; a comment is none.
  static Map<String, String> verdicts(Issue pull) {
    var verdicts = new LinkedHashMap<String, String>();
    pull.reviews.values().stream()
        .filter(review -> !review.state().equals("COMMENTED"))
        .forEach(review -> verdicts.put(review.author(), review.state()));
    return verdicts;
  }

  private static long approvals(Issue pull) {
    return verdicts(pull).values().stream().filter("APPROVED"::equals).count();
  }

  private static boolean hasPassed(Repository repository, String sha, String check) {
    var status = repository.currentStatuses(sha).get(check);
    if (status != null) {
      return status.state().equals("success");
    }
    return repository.checkRuns.values().stream()
        .filter(run -> run.path("head_sha").asText().equals(sha))
        .filter(run -> run.path("name").asText().equals(check))
        .reduce((earlier, later) -> later)
        .filter(run -> PASSED.contains(run.path("conclusion").asText()))
        .isPresent();
  }
}
