package dev.bellwether.testing;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What GitHub tells of one pull request, `octo/hello#42` by `alice`, and of one build, `CI` run
/// 7001, in the facts that its webhooks are read into.
public final class Happened {
  private Happened() {}

  /// Opened for review.
  public static Event opened(Instant at) {
    return pullRequest("opened", at, Map.of("draft", false));
  }

  /// Opened as a draft.
  public static Event openedAsDraft(Instant at) {
    return pullRequest("opened", at, Map.of("draft", true));
  }

  /// Another thing about the pull request: `ready_for_review`, `converted_to_draft`, `labeled` …
  public static Event pullRequest(String action, Instant at) {
    return pullRequest(action, at, Map.of());
  }

  /// Closed.
  public static Event closed(Instant at) {
    return pullRequest("closed", at, Map.of("closed_at", at.toString(), "state", "closed"));
  }

  /// Reviewed.
  public static Event reviewedBy(String reviewer, Instant at) {
    var facts = Map.<String, Object>of("author", "alice", "reviewer", reviewer);
    return event("pull_request_review.submitted", Given.aPullRequest(42), facts, at);
  }

  /// Somebody said something about the pull request, which GitHub tells of it in short.
  public static Event commented(Instant at) {
    var facts = Map.<String, Object>of("author", "alice", "updated_at", at.toString());
    return event("issue_comment.created", Given.aPullRequest(42), facts, at);
  }

  /// Something happened to an issue.
  public static Event issue(int number, String action, Instant at, Map<String, Object> more) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("number", number);
    facts.put("title", "It does not build");
    facts.put("updated_at", at.toString());
    facts.putAll(more);
    var subject = new Subject(SubjectKind.ISSUE, "octo/hello", String.valueOf(number));
    return event("issues." + action, subject, facts, at);
  }

  /// The build was asked for, and starts to count.
  public static Event buildRequested(Instant started) {
    return build("requested", started, started, Map.of("build_status", "queued"));
  }

  /// The build got a machine.
  public static Event buildInProgress(Instant started, Instant at) {
    return build("in_progress", started, at, Map.of("build_status", "in_progress"));
  }

  /// The build ended.
  public static Event buildCompleted(Instant started, Instant ended) {
    var seconds = Duration.between(started, ended).toSeconds();
    return build(
        "completed",
        started,
        ended,
        Map.of("build_status", "completed", "build_duration", seconds));
  }

  private static Event pullRequest(String action, Instant at, Map<String, Object> more) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("number", 42);
    facts.put("title", "Fix the build");
    facts.put("author", "alice");
    facts.put("reviewers", List.of("bob"));
    facts.put("files_changed", 12);
    facts.put("head_sha", "0f1e2d");
    facts.put("action", action);
    facts.putAll(more);
    return event("pull_request." + action, Given.aPullRequest(42), facts, at);
  }

  private static Event build(String action, Instant started, Instant at, Map<String, Object> more) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("build_name", "CI");
    facts.put("author", "alice");
    facts.put("branch", "main");
    facts.put("head_sha", "0f1e2d");
    facts.put("build_started_at", started.toString());
    facts.putAll(more);
    return event("workflow_run." + action, Given.aBuild(7001), facts, at);
  }

  private static Event event(
      String name, Subject subject, Map<String, Object> facts, Instant occurredAt) {
    var known = new LinkedHashMap<>(facts);
    known.put("repository", subject.repository());
    known.put("event", Map.of("payload", "raw"));
    return new Event(
        name, Set.of(new TriggerType("github." + name)), subject, new Facts(known), occurredAt);
  }
}
