package dev.bellwether.domain.fact;

import static dev.bellwether.domain.fact.DocumentedFact.Type.BOOLEAN;
import static dev.bellwether.domain.fact.DocumentedFact.Type.NUMBER;
import static dev.bellwether.domain.fact.DocumentedFact.Type.SECONDS;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TEXT;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TEXTS;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TIME;
import static dev.bellwether.domain.fact.DocumentedFact.fact;

import java.util.List;

/// Facts of single events, and of what happens outside GitHub.
final class OtherFacts {
  static final List<DocumentedFact> ANY_GITHUB =
      List.of(
          fact("action", TEXT, "GitHub's word for what happened: `opened`, `labeled` …"),
          fact("repository", TEXT, "`owner/name`"),
          fact("owner", TEXT, "login of the repository's owner"),
          fact("default_branch", TEXT, "the repository's default branch"),
          fact(
              "organization", TEXT, "login of the organization; missing for people's repositories"),
          fact("installation_id", NUMBER, "the App's installation that was told"),
          fact("sender", TEXT, "login of who did it; missing where GitHub itself did"),
          fact("sender_is_bot", BOOLEAN, "whether that is a program"),
          fact("sender_is_self", BOOLEAN, "whether that is Bellwether's own account"));

  static final List<DocumentedFact> REVIEW =
      List.of(
          fact("reviewer", TEXT, "login of who reviewed"),
          fact("reviewer_is_bot", BOOLEAN, "whether a program reviewed"),
          fact("reviewer_association", TEXT, "what the reviewer is to the repository: `MEMBER` …"),
          fact("review_state", TEXT, "`approved`, `changes_requested`, `commented`, `dismissed`"),
          fact("review_url", TEXT, "the review's page"),
          fact("submitted_at", TIME, "when it was submitted"));

  static final List<DocumentedFact> COMMENT =
      List.of(
          fact("commenter", TEXT, "login of who commented"),
          fact("commenter_is_bot", BOOLEAN, "whether a program commented"),
          fact(
              "commenter_association",
              TEXT,
              "what the commenter is to the repository: `OWNER`, `MEMBER`, `NONE` …"),
          fact("comment", TEXT, "what the comment says, in Markdown"),
          fact("comment_url", TEXT, "the comment's page"));

  static final List<DocumentedFact> CHANGE =
      List.of(
          fact("label", TEXT, "the label that was added or removed"),
          fact("assignee", TEXT, "login of who was assigned or unassigned"),
          fact("requested_reviewer", TEXT, "login of who was asked for a review"),
          fact("requested_team", TEXT, "slug of the team that was asked for a review"));

  static final List<DocumentedFact> AGENT =
      List.of(
          fact("agent_name", TEXT, "the agent"),
          fact("repository", TEXT, "`owner/name`"),
          fact("agent_type", TEXT, "what kind of agent it is"),
          fact("activity_type", TEXT, "what it did last"),
          fact("branch_name", TEXT, "the branch it works on"),
          fact("pr_number", NUMBER, "the pull request it works on"),
          fact("commit_sha", TEXT, "the commit it made"),
          fact("duration_seconds", SECONDS, "how long that took"),
          fact("status", TEXT, "how that went"),
          fact("completed_at", TIME, "when that was done"));

  static final List<DocumentedFact> TASK =
      List.of(
          fact("task_id", TEXT, "the task"), fact("agent_name", TEXT, "the agent that holds it"));

  static final List<DocumentedFact> CONFLICT =
      List.of(
          fact("head_sha", TEXT, "the commit that was pushed, for a status on it"),
          fact("other_agent", TEXT, "the agent whose branch was there before"),
          fact("other_branch", TEXT, "that branch"),
          fact("files", TEXTS, "files that both branches touch, the first hundred"),
          fact("files_changed", NUMBER, "how many these are"));

  static final List<DocumentedFact> SLA =
      List.of(
          fact("metric", TEXT, "the promise: `pr_review_time`, `build_time` …"),
          fact("repository", TEXT, "`owner/name`"),
          fact("subject", TEXT, "what it was made about: `pr#42`, `build#7001.1`"),
          fact("threshold_seconds", SECONDS, "how long was promised"),
          fact("elapsed_seconds", SECONDS, "how long it has been, pauses left out"));

  static final List<DocumentedFact> VIOLATION =
      List.of(
          fact("level", NUMBER, "1 warning, 2 escalation, 3 critical"),
          fact("previous_level", NUMBER, "the highest level announced before; 0 for none"),
          fact("violation_id", TEXT, "names the violation for good"),
          fact("on_call", TEXTS, "who is on call, one for each rotation that has somebody"));

  static final List<DocumentedFact> FAILURE =
      List.of(
          fact("workflow_id", TEXT, "the workflow that failed"),
          fact("workflow_name", TEXT, "what people call it"),
          fact("execution_id", TEXT, "its execution that failed"),
          fact("error", TEXT, "why"));

  static final List<DocumentedFact> WEBHOOK =
      List.of(
          fact("source", TEXT, "name of the inbound webhook; what it sent is below `event`"),
          fact("repository", TEXT, "`owner/name`, where it sent that as `repository`"),
          fact("number", NUMBER, "of a pull request, where it sent that as `number`"));

  static final List<DocumentedFact> RESERVED =
      List.of(fact("now", TIME, "when the conditions are judged"));

  private OtherFacts() {}
}
