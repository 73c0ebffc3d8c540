package dev.bellwether.domain.fact;

import static dev.bellwether.domain.fact.DocumentedFact.Type.BOOLEAN;
import static dev.bellwether.domain.fact.DocumentedFact.Type.NUMBER;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TEXT;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TEXTS;
import static dev.bellwether.domain.fact.DocumentedFact.Type.TIME;
import static dev.bellwether.domain.fact.DocumentedFact.fact;
import static dev.bellwether.domain.fact.DocumentedFact.lookedUp;

import java.util.List;
import java.util.stream.Stream;

/// Facts of pull requests, and those that they share with issues.
final class PullRequestFacts {
  /// What pull requests and issues have in common.
  private static final List<DocumentedFact> ITEM =
      List.of(
          fact("number", NUMBER, "its number in the repository"),
          fact("title", TEXT, "its title"),
          fact("url", TEXT, "its page"),
          fact("state", TEXT, "`open` or `closed`"),
          fact("author", TEXT, "login of who opened it"),
          fact("author_is_bot", BOOLEAN, "whether a program opened it"),
          fact(
              "author_association",
              TEXT,
              "what its author is to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`,"
                  + " `CONTRIBUTOR`, `FIRST_TIME_CONTRIBUTOR`, `NONE` …"),
          fact("labels", TEXTS, "names of its labels"),
          fact("assignees", TEXTS, "logins of who is assigned"),
          fact("milestone", TEXT, "title of its milestone; missing without one"),
          fact("created_at", TIME, "when it was opened"),
          fact("updated_at", TIME, "when anything about it last changed"),
          fact("closed_at", TIME, "when it was closed or merged; missing while open"));

  static final List<DocumentedFact> ISSUE =
      with(
          ITEM,
          fact("state_reason", TEXT, "why it was closed: `completed`, `not_planned`, `duplicate`"));

  private static final List<DocumentedFact> EVENTS =
      List.of(
          fact("draft", BOOLEAN, "whether it is a draft"),
          fact("merged_at", TIME, "when it was merged; missing before"),
          fact("merged_by", TEXT, "login of who merged it; missing before"),
          fact("merge_sha", TEXT, "the commit it was merged as; missing before"));

  private static final List<DocumentedFact> CARRIED =
      Stream.of(
              fact("merged", BOOLEAN, "whether it was merged"),
              fact(
                  "mergeable", BOOLEAN, "whether it has no conflicts; missing while GitHub checks"),
              fact("base_branch", TEXT, "the branch it is to be merged into"),
              fact("head_branch", TEXT, "the branch it is made of"),
              fact("branch", TEXT, "the same as `head_branch`"),
              fact("head_sha", TEXT, "its newest commit"),
              fact(
                  "head_repository", TEXT, "`owner/name` it comes from; missing when that is gone"),
              fact("from_fork", BOOLEAN, "whether it comes from another repository, or one gone"),
              fact("reviewers", TEXTS, "logins of who is asked for a review and has given none"),
              fact("team_reviewers", TEXTS, "slugs of teams asked for a review"),
              fact("files_changed", NUMBER, "how many files it changes"),
              fact("additions", NUMBER, "lines added"),
              fact("deletions", NUMBER, "lines removed"),
              fact("commits", NUMBER, "how many commits it is made of"))
          .map(DocumentedFact::elseLookedUp)
          .toList();

  private static final List<DocumentedFact> LOOKED_UP =
      List.of(
          lookedUp("files", TEXTS, "paths it touches"),
          lookedUp("approvals", NUMBER, "how many reviewers approve in their latest review"),
          lookedUp("approved_by", TEXTS, "logins of those reviewers"),
          lookedUp("changes_requested_by", TEXTS, "logins of who asks for changes in their latest"),
          lookedUp(
              "checks_succeeded",
              TEXTS,
              "names of checks and statuses that succeeded on the head commit, neutral and skipped"
                  + " ones included"),
          lookedUp("checks_failed", TEXTS, "names of those that failed"),
          lookedUp("checks_pending", TEXTS, "names of those that are not done"),
          lookedUp("checks_neutral", TEXTS, "names of those that ended as neutral"),
          lookedUp("checks_skipped", TEXTS, "names of those that were skipped"),
          lookedUp("commits_behind", NUMBER, "how many commits of the base branch it lacks"),
          lookedUp(
              "mergeable_state",
              TEXT,
              "GitHub's word on merging: `clean`, `blocked`, `behind`, `dirty`, `unstable` …"),
          lookedUp("unresolved_threads", NUMBER, "how many conversations are not resolved"),
          lookedUp("commits_verified", BOOLEAN, "whether all its commits are signed and verified"),
          lookedUp(
              "author_permission",
              TEXT,
              "what its author may do in the repository: `admin`, `maintain`, `write`, `triage`,"
                  + " `read`, `none`"),
          lookedUp("author_teams", TEXTS, "slugs of the organization's teams its author is in"),
          lookedUp(
              "last_author_activity_at",
              TIME,
              "when its author last pushed, commented or reviewed"));

  static final List<DocumentedFact> PULL_REQUEST =
      Stream.of(ITEM, EVENTS, CARRIED, LOOKED_UP).flatMap(List::stream).toList();

  private PullRequestFacts() {}

  private static List<DocumentedFact> with(List<DocumentedFact> facts, DocumentedFact more) {
    return Stream.concat(facts.stream(), Stream.of(more)).toList();
  }
}
