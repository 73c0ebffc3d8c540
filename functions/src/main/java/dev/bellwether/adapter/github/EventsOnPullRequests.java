package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import java.util.Locale;
import java.util.Optional;

/// Pull requests, their reviews, and comments on their lines.
///
/// Size and mergeability are in `pull_request` events only: elsewhere GitHub sends a short form.
final class EventsOnPullRequests {
  private EventsOnPullRequests() {}

  static Optional<EventStory> pullRequest(EventPayload payload) {
    var pr = payload.in("pull_request");
    var action = payload.word("action");
    return story(payload)
        .map(
            story ->
                switch (action) {
                  case "opened" -> story.as("pr_created").at(pr.time("created_at"));
                  case "ready_for_review" -> story.as("pr_ready");
                  case "synchronize", "edited" -> story.as("pr_updated");
                  case "review_requested" -> story.as("pr_review_requested");
                  case "labeled" -> story.as("pr_labeled");
                  case "closed" ->
                      story
                          .as("pr_closed", isMerged(pr) ? "pr_merged" : "")
                          .at(pr.time("closed_at"));
                  default -> story;
                });
  }

  /// A submitted review; that of the author's own counts too, as conditions can tell it by
  /// `reviewer`.
  static Optional<EventStory> review(EventPayload payload) {
    var review = payload.in("review");
    var state = review.word("state").toLowerCase(Locale.ROOT);
    return story(payload)
        .map(
            story -> {
              story
                  .facts()
                  .person("reviewer", review, "user")
                  .copy("reviewer_association", review, "author_association")
                  .put("review_state", Optional.of(state).filter(s -> !s.isEmpty()))
                  .copy("review_url", review, "html_url")
                  .time("submitted_at", review, "submitted_at");
              if (!payload.word("action").equals("submitted")) {
                return story;
              }
              var verdict =
                  switch (state) {
                    case "approved" -> "pr_approved";
                    case "changes_requested" -> "pr_changes_requested";
                    default -> "";
                  };
              return story.as("pr_reviewed", verdict).at(review.time("submitted_at"));
            });
  }

  static Optional<EventStory> reviewComment(EventPayload payload) {
    return story(payload).map(story -> EventsOnIssues.commented(story, payload, "pr_comment"));
  }

  static Optional<EventStory> reviewThread(EventPayload payload) {
    return story(payload);
  }

  private static Optional<EventStory> story(EventPayload payload) {
    var pr = payload.in("pull_request");
    return pr.number("number")
        .map(
            number ->
                EventStory.about(SubjectKind.PR, String.valueOf(number), facts(payload, pr))
                    .at(pr.time("updated_at")));
  }

  private static EventFacts facts(EventPayload payload, EventPayload pr) {
    return facts(pr)
        .copy("label", payload, "label.name")
        .copy("assignee", payload, "assignee.login")
        .copy("requested_reviewer", payload, "requested_reviewer.login")
        .copy("requested_team", payload, "requested_team.slug");
  }

  /// States what a pull request says of itself, wherever it was read.
  static EventFacts facts(EventPayload pr) {
    return new EventFacts()
        .item(pr)
        .copy("draft", pr, "draft")
        .copy("merged", pr, "merged")
        .put("merged", Optional.of(true).filter(yes -> isMerged(pr)))
        .copy("mergeable", pr, "mergeable")
        .time("merged_at", pr, "merged_at")
        .copy("merged_by", pr, "merged_by.login")
        .put("merge_sha", pr.text("merge_commit_sha").filter(sha -> isMerged(pr)))
        .copy("base_branch", pr, "base.ref")
        .copy("head_branch", pr, "head.ref")
        .copy("branch", pr, "head.ref")
        .copy("head_sha", pr, "head.sha")
        .copy("head_repository", pr, "head.repo.full_name")
        .put("from_fork", isFromFork(pr))
        .list("reviewers", pr, "requested_reviewers", "login")
        .list("team_reviewers", pr, "requested_teams", "slug")
        .copy("files_changed", pr, "changed_files")
        .copy("additions", pr, "additions")
        .copy("deletions", pr, "deletions")
        .copy("commits", pr, "commits");
  }

  /// The short form tells it by the time only.
  private static boolean isMerged(EventPayload pr) {
    return pr.isTrue("merged") || pr.has("merged_at");
  }

  /// A head whose repository is gone was a fork's: no pull request outlives its own repository.
  private static Optional<Boolean> isFromFork(EventPayload pr) {
    return pr.text("base.repo.full_name")
        .filter(home -> pr.has("head"))
        .map(home -> !home.equals(pr.word("head.repo.full_name")));
  }
}
