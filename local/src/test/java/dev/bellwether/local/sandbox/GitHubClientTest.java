package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.testing.SettableTime;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCommitState;
import org.kohsuke.github.GHIssueComment;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHPermissionType;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.HttpException;

/// The client library that Bellwether calls GitHub with finds in the sandbox what it looks for.
class GitHubClientTest {
  private static final String NAME = "octo-org/hello-world";
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

  private final SettableTime clock = new SettableTime(Instant.parse("2026-11-25T09:00:00Z"));
  private final GitHubSandbox sandbox = GitHubSandbox.start(Optional.empty(), clock);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void reads_a_pull_request_and_requests_its_review() throws IOException {
    var pull = pull();

    pull.requestReviewers(List.of(client().getUser("lead-developer")));
    pull.addLabels("status: ready_for_review");

    assertEquals("main", pull.getBase().getRef());
    assertEquals("octo-org", pull.getBase().getRepository().getOwnerName());
    assertEquals(List.of("lead-developer"), sandbox.reviewersOf(NAME, 42));
    assertEquals(List.of("status: ready_for_review"), sandbox.labelsOf(NAME, 42));
    var again = pull();
    assertEquals(
        List.of("lead-developer"),
        again.getRequestedReviewers().stream().map(GHUser::getLogin).toList());
    assertEquals(
        List.of("status: ready_for_review"),
        again.getLabels().stream().map(GHLabel::getName).toList());
  }

  @Test
  void opens_issues_and_finds_them_on_every_page() throws IOException {
    for (int i = 1; i <= 3; i++) {
      var opened = repository().createIssue("Late " + i).body("b").label("sla").create();
      assertEquals(
          "https://github.com/%s/issues/%d".formatted(NAME, 1000 + i),
          opened.getHtmlUrl().toString());
    }

    var found = repository().queryIssues().state(GHIssueState.OPEN).pageSize(2).list().toList();

    assertEquals(3, found.size());
    found.getFirst().close();
    assertEquals(
        GHIssueState.CLOSED, repository().getIssue(found.getFirst().getNumber()).getState());
  }

  @Test
  void comments_and_edits_its_comment() throws IOException {
    var issue = repository().getIssue(42);

    issue.comment("First").update("Edited");

    var comments = issue.listComments().toList();
    assertEquals(List.of("Edited"), comments.stream().map(GHIssueComment::getBody).toList());
    assertEquals("bellwether-sandbox[bot]", comments.getFirst().getUser().getLogin());
  }

  @Test
  void sets_statuses_and_check_runs() throws IOException {
    repository().createCommitStatus(SHA, GHCommitState.FAILURE, "", "Late", "bellwether/sla");
    var run =
        repository()
            .createCheckRun("sla", SHA)
            .withStatus(GHCheckRun.Status.COMPLETED)
            .withConclusion(GHCheckRun.Conclusion.NEUTRAL)
            .create();

    assertEquals(GHCommitState.FAILURE, repository().getLastCommitStatus(SHA).getState());
    assertEquals(GHCheckRun.Conclusion.NEUTRAL, run.getConclusion());
    assertEquals(Map.of("bellwether/sla", "failure"), sandbox.statusesOf(NAME, SHA));
  }

  @Test
  void finds_the_apps_installation_and_lets_it_in() throws IOException {
    var installation = client().getApp().getInstallationByRepository("octo-org", "hello-world");

    var token = installation.createToken().create();

    assertEquals("octo-org", installation.getAccount().getLogin());
    assertTrue(token.getToken().startsWith("ghs_"));
  }

  @Test
  void learns_who_may_do_what_and_what_is_refused() throws IOException {
    assertEquals(GHPermissionType.WRITE, repository().getPermission(client().getUser("octocat")));
    assertTrue(repository().isCollaborator(client().getUser("octocat")));
    assertFalse(repository().isPrivate());
    var issue = repository().getIssue(42);
    var refusal = assertThrows(HttpException.class, () -> issue.addLabels("x".repeat(51)));
    assertEquals(422, refusal.getResponseCode());
    assertEquals(5000, client().getRateLimit().getCore().getLimit());
  }

  private GHPullRequest pull() throws IOException {
    return repository().getPullRequest(42);
  }

  private GHRepository repository() throws IOException {
    return client().getRepository(NAME);
  }

  private GitHub client() throws IOException {
    return new GitHubBuilder()
        .withEndpoint(sandbox.url().toString())
        .withAppInstallationToken("canary-token-of-the-test")
        .build();
  }
}
