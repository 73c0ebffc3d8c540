package dev.bellwether.local.contract.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.github.GitHubBranches;
import dev.bellwether.adapter.github.GitHubClient;
import dev.bellwether.adapter.github.GitHubCommitStatuses;
import dev.bellwether.adapter.github.GitHubDeployments;
import dev.bellwether.adapter.github.GitHubLookups;
import dev.bellwether.adapter.github.GitHubMerges;
import dev.bellwether.adapter.github.GitHubWorkflowRuns;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.local.sandbox.Http;
import dev.bellwether.usecase.port.CommitStatuses.CommitStatus;
import dev.bellwether.usecase.port.Deployments.Deployment;
import dev.bellwether.usecase.port.Lookups.Answer;
import dev.bellwether.usecase.port.Merges;
import dev.bellwether.usecase.port.Merges.Merge;
import dev.bellwether.usecase.port.WorkflowRuns.Dispatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Everything the functions do with code and builds on GitHub, and look up there, sent to the
/// sandbox and held against GitHub's description.
class CodeAdaptersTest {
  private static final String REPOSITORY = "octo-org/hello";
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final Subject PR = Subject.parse(REPOSITORY, "pr#42");
  private static final Merge MERGE =
      new Merge("squash", SHA, Optional.of("Add feature"), Optional.of("Well"));

  private final GitHubSandbox sandbox = GitHubSandbox.start(Optional.empty(), Clock.systemUTC());
  private final Http http = new Http(sandbox.url());
  private final GitHubClient client =
      new GitHubClient(
          () -> sandbox.url().toString(),
          new Web(Clock.systemUTC()),
          () -> Map.of("token", "ghp_x"),
          Clock.systemUTC());

  CodeAdaptersTest() {
    sandbox.onCall(GitHubContract.validator());
    hear(
        """
        {"action": "opened", "pull_request": {"number": 42, "title": "Add feature", "state": "open",
           "draft": false, "user": {"login": "ada"}, "labels": [{"name": "bug"}],
           "base": {"ref": "main"}, "head": {"ref": "feature/x", "sha": "%s"}}}\
        """
            .formatted(SHA));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void a_merge_waits_for_what_the_branch_requires_and_happens_once() {
    var merges = new GitHubMerges(client);
    require("ci", 0);

    var blocked = merges.merge(PR, MERGE);
    succeed("ci");
    var merged = merges.merge(PR, MERGE);
    var again = merges.merge(PR, MERGE);

    assertTrue(
        assertInstanceOf(Merges.Answer.Blocked.class, blocked)
            .because()
            .contains("Required status check \"ci\" is expected"));
    assertEquals(null, done(merged).get("already"));
    assertEquals(done(merged).get("sha"), done(again).get("sha"));
    assertEquals(true, done(again).get("already"));
  }

  @Test
  void a_head_that_moved_is_not_merged_by_either_way() {
    hear(
        """
        {"ref": "refs/heads/feature/x", "after": "%s", "commits": [{"modified": ["a.md"]}]}\
        """
            .formatted("f".repeat(40)));
    require("ci", 0);
    var merges = new GitHubMerges(client);

    assertEquals("head_moved", code(merges.merge(PR, MERGE)));
    assertEquals("head_moved", code(merges.mergeWhenReady(PR, MERGE)));
  }

  @Test
  void github_merges_when_the_last_rule_is_met() {
    var merges = new GitHubMerges(client);
    require("ci", 1);

    assertEquals(Map.of("auto_merge", true), done(merges.mergeWhenReady(PR, MERGE)));
    assertEquals(true, done(merges.mergeWhenReady(PR, MERGE)).get("already"));
    succeed("ci");
    assertTrue(done(merges.mergeWhenReady(PR, MERGE)).containsKey("auto_merge"));
    approve("bob");

    assertTrue(done(merges.mergeWhenReady(PR, MERGE)).containsKey("sha"));
  }

  @Test
  void what_is_ready_is_merged_at_once() {
    assertTrue(done(new GitHubMerges(client).mergeWhenReady(PR, MERGE)).containsKey("sha"));
  }

  @Test
  void a_branch_is_made_and_removed_once() {
    var branches = new GitHubBranches(client);

    assertEquals(
        Map.of("branch", "release/1", "sha", SHA),
        done(branches.create(REPOSITORY, "release/1", SHA)));
    assertEquals(true, done(branches.create(REPOSITORY, "release/1", SHA)).get("already"));
    assertEquals("branch_exists", code(branches.create(REPOSITORY, "release/1", "main")));
    assertEquals(null, done(branches.delete(REPOSITORY, "release/1")).get("already"));
    assertEquals(true, done(branches.delete(REPOSITORY, "release/1")).get("already"));
    assertEquals("no_such_branch", code(branches.create(REPOSITORY, "backport", "release/1")));
  }

  @Test
  void neither_the_default_branch_nor_a_protected_one_is_removed() {
    http.call(
        "PUT",
        "/repos/octo-org/hello/branches/release/2/protection",
        """
        {'required_status_checks': null, 'enforce_admins': null, 'restrictions': null,
         'required_pull_request_reviews': null}\
        """);
    var branches = new GitHubBranches(client);

    assertEquals("branch_protected", code(branches.delete(REPOSITORY, "main")));
    assertEquals("branch_protected", code(branches.delete(REPOSITORY, "release/2")));
    assertTrue(sandbox.journal().stream().noneMatch(call -> call.method().equals("DELETE")));
  }

  @Test
  void a_workflow_is_started_once_however_often_it_is_asked_for() {
    var runs = new GitHubWorkflowRuns(client);
    var dispatch = new Dispatch("test.yml", "feature/x", Map.of("suite", "all"));
    var since = Instant.now().minusSeconds(5);

    var started = done(runs.dispatch(REPOSITORY, dispatch));

    assertEquals(started, done(runs.dispatchOnce(REPOSITORY, dispatch, since)));
    var other = done(runs.dispatchOnce(REPOSITORY, new Dispatch("a.yml", "main", Map.of()), since));
    assertTrue(other.get("run_id") instanceof Long id && !id.equals(started.get("run_id")));
    var later = done(runs.dispatchOnce(REPOSITORY, dispatch, Instant.now().plusSeconds(60)));
    assertTrue(later.get("run_id") instanceof Long id && !id.equals(started.get("run_id")));
  }

  @Test
  void failed_jobs_are_run_again_once_for_each_attempt() {
    var runs = new GitHubWorkflowRuns(client);

    assertEquals(
        Map.of("run_id", 7001L, "attempt", 2L), done(runs.rerunFailedJobs(REPOSITORY, 7001, 1)));
    assertEquals(true, done(runs.rerunFailedJobs(REPOSITORY, 7001, 1)).get("already"));
    assertInstanceOf(Outcome.Pending.class, runs.rerunFailedJobs(REPOSITORY, 7001, 2));
  }

  @Test
  void a_deployment_is_found_again_by_its_marker() {
    var deployments = new GitHubDeployments(client);
    var deployment = new Deployment("main", "staging", "d".repeat(200));

    var created = done(deployments.create(REPOSITORY, "e-1/step-1", deployment));

    assertEquals(created, done(deployments.createOnce(REPOSITORY, "e-1/step-1", deployment)));
    assertTrue(!created.equals(done(deployments.createOnce(REPOSITORY, "e-1/step-2", deployment))));
  }

  @Test
  void every_fact_is_looked_up_as_github_describes_it() {
    approve("bob");
    succeed("ci");
    http.call("PUT", "/orgs/octo-org/teams/core/memberships/ada", "");
    hear(
        """
        {"ref": "refs/heads/feature/x", "after": "%s",
         "commits": [{"added": ["src/a.java"], "modified": ["docs/b.md"], "removed": []}]}\
        """
            .formatted(SHA));
    hear("{\"ref\": \"refs/heads/main\", \"after\": \"%s\", \"commits\": [{}, {}]}".formatted(SHA));
    hear(
        """
        {"action": "unresolved", "thread": {"node_id": "T_1"}, "pull_request": {"number": 42}}\
        """);

    var facts = found(PR, GitHubLookups.names());

    assertEquals(List.of("docs/b.md", "src/a.java"), facts.texts("files"));
    assertEquals(List.of("bob"), facts.texts("approved_by"));
    assertEquals(List.of("ci"), facts.texts("checks_succeeded"));
    assertEquals(List.of("core"), facts.texts("author_teams"));
    assertEquals(List.of("bug"), facts.texts("labels"));
    var texts = Map.of("author_permission", "write", "mergeable_state", "clean", "state", "open");
    texts.forEach((name, text) -> assertEquals(Optional.of(text), facts.text(name)));
    var numbers = Map.of("approvals", 1L, "commits_behind", 2L, "unresolved_threads", 1L);
    numbers.forEach((name, number) -> assertEquals(Optional.of(number), facts.number(name)));
    assertEquals(Optional.of(true), facts.get("commits_verified"));
    assertTrue(facts.text("last_author_activity_at").isPresent());
    assertTrue(
        GitHubLookups.names().stream()
            .filter(name -> name.startsWith("checks_"))
            .allMatch(name -> facts.get(name).isPresent()));
  }

  @Test
  void a_build_finds_its_pull_request_by_its_commit() {
    var build = Subject.parse(REPOSITORY, "build#7001.1");
    var known = Facts.none().with("head_sha", SHA);

    var answer = new GitHubLookups(client).lookUp(build, known, Set.of("number"));

    assertEquals(
        Optional.of(42L), assertInstanceOf(Answer.Found.class, answer).facts().number("number"));
  }

  private Facts found(Subject subject, Set<String> names) {
    var answer = new GitHubLookups(client).lookUp(subject, Facts.none(), names);
    return assertInstanceOf(Answer.Found.class, answer, answer::toString).facts();
  }

  private void require(String check, int approvals) {
    http.call(
        "PUT",
        "/repos/octo-org/hello/branches/main/protection",
        """
        {'required_status_checks': {'strict': false, 'contexts': ['%s']}, 'enforce_admins': null,
         'required_pull_request_reviews': {'required_approving_review_count': %d},
         'restrictions': null}\
        """
            .formatted(check, approvals));
  }

  private void succeed(String check) {
    done(
        new GitHubCommitStatuses(client)
            .set(REPOSITORY, SHA, new CommitStatus("success", check, "Fine")));
  }

  private void approve(String login) {
    hear(
        """
        {"action": "submitted", "pull_request": {"number": 42},
         "review": {"id": 9, "state": "approved", "user": {"login": "%s"}}}\
        """
            .formatted(login));
  }

  private void hear(String payload) {
    try {
      var json = (ObjectNode) new JsonMapper().readTree(payload);
      json.putObject("repository").put("full_name", REPOSITORY);
      sandbox.learn(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> done(Merges.Answer answer) {
    return done(assertInstanceOf(Merges.Answer.Settled.class, answer, answer::toString).outcome());
  }

  private static Map<String, Object> done(Outcome outcome) {
    return assertInstanceOf(Outcome.Done.class, outcome, outcome::toString).result();
  }

  private static String code(Merges.Answer answer) {
    return code(assertInstanceOf(Merges.Answer.Settled.class, answer, answer::toString).outcome());
  }

  private static String code(Outcome outcome) {
    return assertInstanceOf(Outcome.Failed.class, outcome, outcome::toString).failure().code();
  }
}
