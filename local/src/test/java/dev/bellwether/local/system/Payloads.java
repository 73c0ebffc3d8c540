package dev.bellwether.local.system;

import java.time.Instant;

/// Webhooks of a small life on GitHub, in the shape GitHub documents, reduced to what is read.
public final class Payloads {
  static final String REPOSITORY = "octo-org/hello-world";
  static final String HEAD = "0123456789abcdef0123456789abcdef01234567";

  private Payloads() {}

  /// A run of the workflow `CI`, of attempt 1.
  public static String build(String action, long id, Instant startedAt, Instant updatedAt) {
    return """
    {"action": "%s",
     "workflow_run": {"id": %d, "name": "CI", "run_attempt": 1, "event": "push", "status": "%s",
       "conclusion": %s, "head_branch": "feature/x", "head_sha": "%s",
       "html_url": "https://github.com/octo-org/hello-world/actions/runs/%d",
       "created_at": "%s", "run_started_at": "%s", "updated_at": "%s",
       "actor": {"login": "octo-dev", "type": "User"}, "pull_requests": []},
     "repository": {"full_name": "octo-org/hello-world", "name": "hello-world",
       "default_branch": "main", "owner": {"login": "octo-org"}},
     "sender": {"login": "octo-dev", "type": "User"}}
    """
        .formatted(
            action,
            id,
            action.equals("completed") ? "completed" : "queued",
            action.equals("completed") ? "\"success\"" : "null",
            HEAD,
            id,
            startedAt,
            startedAt,
            updatedAt);
  }

  /// A pull request that is opened, or otherwise acted on, by `octo-dev`.
  public static String pullRequest(String action, int number, int changedFiles, Instant createdAt) {
    return """
    {"action": "%s", "number": %d,
     "pull_request": {"number": %d, "title": "Add greeting", "state": "open", "draft": false,
       "user": {"login": "octo-dev", "type": "User"}, "labels": [], "requested_reviewers": [],
       "requested_teams": [], "milestone": null, "merged": false, "mergeable": null,
       "html_url": "https://github.com/octo-org/hello-world/pull/%d",
       "created_at": "%s", "updated_at": "%s", "closed_at": null, "merged_at": null,
       "head": {"ref": "feature/x", "sha": "%s", "repo": {"full_name": "octo-org/hello-world"}},
       "base": {"ref": "main", "sha": "%s", "repo": {"full_name": "octo-org/hello-world"}},
       "commits": 2, "additions": 30, "deletions": 4, "changed_files": %d},
     "repository": {"full_name": "octo-org/hello-world", "name": "hello-world",
       "default_branch": "main", "owner": {"login": "octo-org"}},
     "sender": {"login": "octo-dev", "type": "User"}}
    """
        .formatted(action, number, number, number, createdAt, createdAt, HEAD, HEAD, changedFiles);
  }

  /// A comment of a member's on a pull request.
  static String comment(int number, String text, Instant at) {
    return """
    {"action": "created",
     "issue": {"number": %d, "title": "Add greeting", "state": "open", "labels": [],
       "user": {"login": "octo-dev", "type": "User"}, "created_at": "%s", "updated_at": "%s",
       "pull_request": {"url": "https://api.github.com/repos/octo-org/hello-world/pulls/%d"}},
     "comment": {"id": 9, "body": "%s", "author_association": "MEMBER", "created_at": "%s",
       "updated_at": "%s", "user": {"login": "octo-lead", "type": "User"}},
     "repository": {"full_name": "octo-org/hello-world", "name": "hello-world",
       "default_branch": "main", "owner": {"login": "octo-org"}},
     "sender": {"login": "octo-lead", "type": "User"}}
    """
        .formatted(number, at, at, number, text, at, at);
  }
}
