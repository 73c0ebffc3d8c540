package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One lookup under way: what is known so far, and what every read goes by, which is itself read
/// when it is first asked for and not known.
final class Lookup {
  /// Facts that an issue or a pull request says of itself.
  static final String[] ITEM_FACTS =
      ("title url state author author_is_bot author_association labels assignees milestone"
              + " created_at updated_at closed_at draft merged merged_at merged_by merge_sha"
              + " mergeable mergeable_state base_branch head_branch branch head_sha head_repository"
              + " from_fork reviewers team_reviewers files_changed additions deletions commits")
          .split(" ");

  /// GitHub works it out when it is first asked, which takes it seconds.
  private static final Duration UNTIL_COMPUTED = Duration.ofSeconds(5);

  private final GitHubJson gitHub;
  private final Subject subject;
  private final Set<String> wanted;
  private Facts facts;
  private boolean isNumberSought;
  private boolean isItemRead;

  Lookup(GitHubJson gitHub, Subject subject, Facts known, Set<String> wanted) {
    this.gitHub = gitHub;
    this.subject = subject;
    this.facts = known;
    this.wanted = wanted;
  }

  GitHubJson gitHub() {
    return gitHub;
  }

  Facts facts() {
    return facts;
  }

  void put(String name, Object value) {
    facts = facts.with(name, value);
  }

  /// Tells whether it is about a pull request, be it by way of a build.
  boolean hasPullRequest() {
    return subject.kind() != SubjectKind.ISSUE;
  }

  /// Finds the number of the pull request or issue; of what is neither, that of the pull request
  /// with its commit, which becomes the fact `number`.
  Optional<Long> number() throws IOException {
    if (subject.kind() == SubjectKind.PR || subject.kind() == SubjectKind.ISSUE) {
      return Optional.of(Long.parseLong(subject.key()));
    }
    var sha = facts.text("head_sha");
    if (!isNumberSought && facts.number("number").isEmpty() && sha.isPresent()) {
      isNumberSought = true;
      PullRequestReads.withHead(gitHub, sha.get()).ifPresent(number -> put("number", number));
    }
    return facts.number("number");
  }

  /// Reads a fact of the subject that is needed to read others.
  Optional<String> needed(String name) throws IOException {
    if (facts.text(name).isEmpty() && number().isPresent()) {
      readItem();
    }
    return facts.text(name);
  }

  /// Reads the pull request or issue itself, once.
  void readItem() throws IOException {
    var number = number();
    if (isItemRead || number.isEmpty()) {
      return;
    }
    isItemRead = true;
    if (hasPullRequest()) {
      var pull = gitHub.get("/pulls/" + number.get());
      requireComputed(pull, number.get());
      var payload = new EventPayload(Json.map(pull));
      state(
          EventsOnPullRequests.facts(payload)
              .copy("mergeable_state", payload, "mergeable_state")
              .values());
    } else {
      var issue = gitHub.get("/issues/" + number.get());
      state(new EventFacts().item(new EventPayload(Json.map(issue))).values());
    }
  }

  /// A build has a title, a commit and an author of its own: of its pull request's, only what is
  /// asked for or not known yet counts.
  private void state(Map<String, Object> found) {
    var isOwn = subject.kind() == SubjectKind.PR || subject.kind() == SubjectKind.ISSUE;
    found.forEach(
        (name, value) -> {
          if (isOwn || wanted.contains(name) || facts.get(name).isEmpty()) {
            put(name, value);
          }
        });
  }

  private void requireComputed(JsonNode pull, long number) {
    var isAsked = wanted.contains("mergeable") || wanted.contains("mergeable_state");
    if (isAsked && pull.path("state").asText().equals("open") && !pull.hasNonNull("mergeable")) {
      throw new Refused(
          200,
          new Failure.Transient(
              "not_computed",
              "GitHub has not worked out yet whether #%d can be merged".formatted(number),
              UNTIL_COMPUTED));
    }
  }
}
