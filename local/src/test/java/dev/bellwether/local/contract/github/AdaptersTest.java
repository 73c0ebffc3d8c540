package dev.bellwether.local.contract.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.adapter.github.GitHubClient;
import dev.bellwether.adapter.github.GitHubComments;
import dev.bellwether.adapter.github.GitHubCommitStatuses;
import dev.bellwether.adapter.github.GitHubIssues;
import dev.bellwether.adapter.github.GitHubItems;
import dev.bellwether.adapter.github.GitHubLabels;
import dev.bellwether.adapter.github.GitHubReviewRequests;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.local.sandbox.Call;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.local.sandbox.Http;
import dev.bellwether.usecase.port.CommitStatuses.CommitStatus;
import dev.bellwether.usecase.port.Issues.Draft;
import dev.bellwether.usecase.port.Items;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything the functions write on GitHub, sent to the sandbox and held against GitHub's
/// description.
class AdaptersTest {
  private static final String REPOSITORY = "octo-org/hello";
  private static final Subject PR = new Subject(SubjectKind.PR, REPOSITORY, "42");

  private final GitHubSandbox sandbox = GitHubSandbox.start(Optional.empty(), Clock.systemUTC());

  AdaptersTest() {
    sandbox.onCall(GitHubContract.validator());
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  enum As {
    TOKEN,
    APP
  }

  @ParameterizedTest
  @EnumSource
  void every_write_is_as_github_describes_it(As as) {
    var github = client(as);
    var labels = new GitHubLabels(github);

    done(new GitHubReviewRequests(github).request(PR, List.of("bob"), List.of()));
    done(new GitHubReviewRequests(github).request(PR, List.of(), List.of("core")));
    done(labels.add(PR, List.of("status: draft", "area/ui")));
    done(labels.add(PR, List.of("status: ready_for_review")));
    done(labels.remove(PR, "status: draft"));
    done(labels.remove(PR, "gone"));
    var status = new CommitStatus("success", "bellwether/review", "d".repeat(200));
    done(new GitHubCommitStatuses(github).set(REPOSITORY, "a".repeat(40), status));

    assertEquals(
        List.of("area/ui", "status: ready_for_review"),
        sandbox.labelsOf(REPOSITORY, 42).stream().sorted().toList());
    assertEquals(List.of("bob"), sandbox.reviewersOf(REPOSITORY, 42));
  }

  @ParameterizedTest
  @EnumSource
  void what_was_written_is_found_again(As as) {
    var comments = new GitHubComments(client(as));
    var issues = new GitHubIssues(client(as));
    var draft = new Draft("Slow build", "Look", List.of("sla"), List.of("bob"));

    var posted = done(comments.post(PR, "e-1/step-1", "Hello"));
    var opened = done(issues.create(REPOSITORY, "e-1/step-2", draft));

    assertEquals(posted, done(comments.postOnce(PR, "e-1/step-1", "Hello")));
    assertEquals(posted, done(comments.upsert(PR, "e-1/step-1", "Hello again")));
    assertEquals(opened, done(issues.createOnce(REPOSITORY, "e-1/step-2", draft)));
    assertEquals(
        2,
        sandbox.journal().stream()
            .filter(c -> c.method().equals("POST"))
            .filter(c -> !c.path().contains("access_tokens"))
            .count());
  }

  @Test
  void items_are_changed_as_github_describes_it_and_twice_changes_nothing() throws Exception {
    new Http(sandbox.url())
        .call("POST", "/repos/" + REPOSITORY + "/milestones", "{\"title\": \"v1\"}");
    var items = new GitHubItems(client(As.TOKEN));

    for (int times = 0; times < 2; times++) {
      done(items.assign(PR, List.of("bob")));
      done(items.setMilestone(PR, "V1"));
      done(items.setMilestone(PR, "1"));
      done(items.move(PR, Items.State.CLOSED));
    }

    var changes = sandbox.journal().stream().filter(Call::changed).map(Call::sentence).toList();
    assertEquals(4, changes.size(), changes.toString());
    var unknown = items.setMilestone(PR, "v9");
    assertEquals(
        "no_such_milestone", assertInstanceOf(Outcome.Failed.class, unknown).failure().code());
  }

  @Test
  void a_label_and_a_reviewer_cost_one_request_each() {
    var github = client(As.TOKEN);

    new GitHubReviewRequests(github).request(PR, List.of("bob"), List.of());
    new GitHubLabels(github).add(PR, List.of("a"));

    assertEquals(2, sandbox.journal().size());
  }

  private GitHubClient client(As as) {
    var clock = Clock.systemUTC();
    var secret = as == As.TOKEN ? Map.of("token", "ghp_x") : app();
    return new GitHubClient(() -> sandbox.url().toString(), new Web(clock), () -> secret, clock);
  }

  private static Map<String, String> app() {
    try {
      var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
      var base64 = Base64.getEncoder().encodeToString(key);
      return Map.of(
          "app_id",
          "1",
          "private_key",
          "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  private static Map<String, Object> done(Outcome outcome) {
    return assertInstanceOf(Outcome.Done.class, outcome, outcome.toString()).result();
  }
}
