package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import java.util.Optional;

/// Issues, and comments in the conversation of an issue or a pull request.
final class EventsOnIssues {
  private EventsOnIssues() {}

  static Optional<EventStory> issue(EventPayload payload) {
    var issue = payload.in("issue");
    var action = payload.word("action");
    return story(payload)
        .map(
            story ->
                switch (action) {
                  case "opened" -> story.as("issue_opened").at(issue.time("created_at"));
                  case "closed" -> story.as("issue_closed").at(issue.time("closed_at"));
                  case "assigned" -> story.as("issue_assigned");
                  case "labeled" -> story.as("issue_labeled");
                  default -> story;
                });
  }

  /// A comment; GitHub's `issue` is a pull request where it carries a `pull_request`.
  static Optional<EventStory> comment(EventPayload payload) {
    return story(payload)
        .map(
            story ->
                commented(
                    story,
                    payload,
                    story.kind() == SubjectKind.PR ? "pr_comment" : "issue_comment"));
  }

  /// Adds a comment to a story: a new one counts as the trigger, an edited or deleted one does not.
  static EventStory commented(EventStory story, EventPayload payload, String trigger) {
    var comment = payload.in("comment");
    story
        .facts()
        .person("commenter", comment, "user")
        .copy("commenter_association", comment, "author_association")
        .copy("comment", comment, "body")
        .copy("comment_url", comment, "html_url");
    return payload.word("action").equals("created")
        ? story.as(trigger).at(comment.time("created_at"))
        : story.at(comment.time("updated_at"));
  }

  private static Optional<EventStory> story(EventPayload payload) {
    var issue = payload.in("issue");
    var kind = issue.has("pull_request") ? SubjectKind.PR : SubjectKind.ISSUE;
    var facts =
        new EventFacts()
            .item(issue)
            .copy("label", payload, "label.name")
            .copy("assignee", payload, "assignee.login");
    var more = kind == SubjectKind.PR ? "draft" : "state_reason";
    facts.copy(more, issue, more);
    return issue
        .number("number")
        .map(
            number ->
                EventStory.about(kind, String.valueOf(number), facts).at(issue.time("updated_at")));
  }
}
