package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.Merges.Answer;
import dev.bellwether.usecase.port.Merges.Merge;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Has GitHub merge one pull request when its rules are met; GitHub does that by GraphQL only.
///
/// GitHub refuses auto-merge for a pull request that could be merged at once, so such a one is
/// merged, or put into the merge queue. The queue's own settings say how it merges.
/// <https://docs.github.com/en/graphql/reference/mutations#enablepullrequestautomerge>
final class GitHubAutoMerge {
  /// States in which nothing is waited for.
  private static final Set<String> READY = Set.of("CLEAN", "HAS_HOOKS", "UNSTABLE");

  /// What GitHub answers when the last thing waited for has come about since it was asked.
  private static final Pattern ALREADY_READY = Pattern.compile("is in (clean|unstable) status");

  private static final String STANDING =
      """
      query MergeStanding($owner: String!, $name: String!, $number: Int!) {
        repository(owner: $owner, name: $name) {
          pullRequest(number: $number) {
            id state headRefOid mergeStateStatus isInMergeQueue isMergeQueueEnabled
            mergeCommit { oid } autoMergeRequest { enabledAt }
          }
        }
      }\
      """;
  private static final String ENABLE =
      """
      mutation EnableAutoMerge($input: EnablePullRequestAutoMergeInput!) {
        enablePullRequestAutoMerge(input: $input) { pullRequest { number } }
      }\
      """;
  private static final String ENQUEUE =
      """
      mutation Enqueue($input: EnqueuePullRequestInput!) {
        enqueuePullRequest(input: $input) { mergeQueueEntry { position } }
      }\
      """;

  private final GitHubJson gitHub;
  private final Subject subject;
  private final Merge merge;

  GitHubAutoMerge(GitHubJson gitHub, Subject subject, Merge merge) {
    this.gitHub = gitHub;
    this.subject = subject;
    this.merge = merge;
  }

  Outcome enable() throws IOException {
    var pull = standing();
    var state = pull.path("state").asText();
    if (state.equals("MERGED")) {
      return GitHubMerges.already(pull.at("/mergeCommit/oid").asText());
    }
    if (state.equals("CLOSED")) {
      return GitHubMerges.closed(subject);
    }
    if (!pull.path("headRefOid").asText().equals(merge.sha())) {
      return GitHubMerges.headMoved(subject);
    }
    if (pull.path("isInMergeQueue").asBoolean()) {
      return new Outcome.Done(Map.of("queued", true, "already", true));
    }
    if (pull.path("autoMergeRequest").hasNonNull("enabledAt")) {
      return new Outcome.Done(Map.of("auto_merge", true, "already", true));
    }
    var isReady = READY.contains(pull.path("mergeStateStatus").asText());
    var hasQueue = pull.path("isMergeQueueEnabled").asBoolean();
    if (isReady) {
      return hasQueue ? enqueue(pull) : mergeNow();
    }
    return enable(pull, hasQueue);
  }

  private JsonNode standing() throws IOException {
    return gitHub
        .graphQl(
            STANDING,
            Map.of(
                "owner", gitHub.owner(),
                "name", gitHub.name(),
                "number", Integer.parseInt(subject.key())))
        .at("/repository/pullRequest");
  }

  private Outcome enable(JsonNode pull, boolean hasQueue) throws IOException {
    var input = input(pull);
    if (!hasQueue) {
      input.put("mergeMethod", merge.method().toUpperCase(Locale.ROOT));
      merge.title().ifPresent(title -> input.put("commitHeadline", title));
      merge.message().ifPresent(message -> input.put("commitBody", message));
    }
    try {
      gitHub.graphQl(ENABLE, Map.of("input", input));
      return new Outcome.Done(Map.of("auto_merge", true));
    } catch (Refused refused) {
      if (!ALREADY_READY.matcher(refused.failure().reason()).find()) {
        throw refused;
      }
      return hasQueue ? enqueue(pull) : mergeNow();
    }
  }

  private Outcome enqueue(JsonNode pull) throws IOException {
    gitHub.graphQl(ENQUEUE, Map.of("input", input(pull)));
    return new Outcome.Done(Map.of("queued", true));
  }

  private Outcome mergeNow() throws IOException {
    return switch (GitHubMerges.merge(gitHub, subject, merge)) {
      case Answer.Settled(var outcome) -> outcome;
      case Answer.Blocked(var because) -> Outcome.failedForNow(because);
    };
  }

  private Map<String, Object> input(JsonNode pull) {
    var input = new HashMap<String, Object>();
    input.put("pullRequestId", pull.path("id").asText());
    input.put("expectedHeadOid", merge.sha());
    return input;
  }
}
