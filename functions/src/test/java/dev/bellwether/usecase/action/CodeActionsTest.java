package dev.bellwether.usecase.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.Stage;
import dev.bellwether.usecase.port.Merges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// What each action does with code and with GitHub Actions, as a table.
class CodeActionsTest {
  private static final Subject BUILD = new Subject(SubjectKind.BUILD, "octo/hello", "7001.2");
  private static final Facts FACTS =
      new Facts(
          Map.of(
              "number", 42,
              "title", "Fix it",
              "head_sha", "abc123",
              "head_branch", "topic",
              "head_repository", "octo/hello",
              "default_branch", "main",
              "build_attempt", 2));

  private final RecordingCode code = new RecordingCode();

  record Case(String type, Subject subject, Map<String, Object> parameters, String call) {
    @Override
    public String toString() {
      return type + " " + parameters;
    }
  }

  private static Case does(String type, Map<String, Object> parameters, String call) {
    return new Case(type, Stage.PR, parameters, call);
  }

  static final List<Case> CASES =
      List.of(
          does("update_branch", Map.of(), "update pr#42 at abc123"),
          does("merge_pr", Map.of(), "merge pr#42 at abc123 by merge, no title, no message"),
          does(
              "merge_pr",
              Map.of("method", "squash", "commit_title", "{{title}} (#{{number}})", "when", "now"),
              "merge pr#42 at abc123 by squash, Fix it (#42), no message"),
          does(
              "merge_pr",
              Map.of("method", "rebase", "commit_message", "{{title}}", "commit_title", "{{gone}}"),
              "merge pr#42 at abc123 by rebase, no title, Fix it"),
          does(
              "merge_pr",
              Map.of("when", "auto_merge"),
              "merge pr#42 when ready at abc123 by merge, no title, no message"),
          new Case(
              "merge_pr", BUILD, Map.of(), "merge pr#42 at abc123 by merge, no title, no message"),
          does("create_branch", Map.of("name", "release/1"), "branch release/1 from main"),
          does(
              "create_branch",
              Map.of("name", "backport-{{number}}", "from", "{{head_sha}}"),
              "branch backport-42 from abc123"),
          does("delete_branch", Map.of(), "unbranch topic"),
          does("delete_branch", Map.of("name", "old"), "unbranch old"),
          does(
              "dispatch_workflow",
              Map.of("workflow", "docs.yml", "inputs", Map.of("number", "{{number}}")),
              "dispatch docs.yml on main with {number=42}"),
          does(
              "dispatch_workflow",
              Map.of("workflow", "123", "ref", "{{head_branch}}", "inputs", Map.of("dry", true)),
              "dispatch 123 on topic with {dry=true}"),
          does("run_tests", Map.of(), "dispatch test.yml on topic with {}"),
          new Case("run_tests", BUILD, Map.of(), "dispatch test.yml on topic with {}"),
          does(
              "run_tests",
              Map.of("workflow", "ci.yml", "ref", "v1", "inputs", Map.of("suite", "all")),
              "dispatch ci.yml on v1 with {suite=all}"),
          does(
              "deploy",
              Map.of("environment", "staging"),
              "dispatch deploy.yml on main with {environment=staging}"),
          does(
              "deploy",
              Map.of("environment", "qa", "workflow", "ship.yml", "ref", "v1"),
              "dispatch ship.yml on v1 with {environment=qa}"),
          does(
              "deploy",
              Map.of("environment", "qa", "mode", "deployment", "ref", "{{head_sha}}"),
              "create Deployment[ref=abc123, environment=qa, description=Review] as KEY"),
          new Case("rerun_failed_jobs", BUILD, Map.of(), "rerun 7001 after 2"),
          new Case("rerun_failed_jobs", BUILD, Map.of("max_attempts", 5), "rerun 7001 after 2"));

  @ParameterizedTest
  @FieldSource("CASES")
  void does_on_github(Case one) {
    var action = named(one.type());
    var call = Calls.first(action, one.subject(), one.parameters(), FACTS);
    code.answer = new Outcome.Done(Map.of("run_id", 9));
    code.merged = new Merges.Answer.Settled(code.answer);
    assertEquals(Map.of(), action.signature().faults(one.parameters()));

    var outcome = action.perform(call);

    assertEquals(code.answer, outcome);
    assertEquals(List.of(one.call().replace("KEY", call.key())), code.calls);
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void passes_a_failure_on(Case one) {
    code.answer = Outcome.failedForNow("busy");
    code.merged = new Merges.Answer.Settled(code.answer);
    var action = named(one.type());

    var outcome = action.perform(Calls.first(action, one.subject(), one.parameters(), FACTS));

    assertEquals(code.answer, outcome);
  }

  record Hopeless(
      String type, Subject subject, Map<String, Object> parameters, Facts facts, String reason) {}

  private static final Facts FORK = FACTS.with("head_repository", "eve/hello");

  static final List<Hopeless> HOPELESS =
      List.of(
          new Hopeless("merge_pr", Stage.PR, Map.of(), Facts.none(), "which head"),
          new Hopeless("create_branch", Stage.PR, Map.of("name", "{{gone}}"), FACTS, "name"),
          new Hopeless("create_branch", Stage.PR, Map.of("name", "a"), Facts.none(), "from"),
          new Hopeless(
              "delete_branch", Stage.PR, Map.of("name", "{{gone}}"), FACTS, "which branch"),
          new Hopeless("delete_branch", Stage.PR, Map.of(), Facts.none(), "which branch"),
          new Hopeless(
              "dispatch_workflow", Stage.PR, Map.of("workflow", "{{gone}}"), FACTS, "workflow"),
          new Hopeless("dispatch_workflow", Stage.PR, Map.of("workflow", "a"), Facts.none(), "ref"),
          new Hopeless("run_tests", Stage.PR, Map.of(), Facts.none(), "ref"),
          new Hopeless("run_tests", Stage.PR, Map.of(), FORK, "fork"),
          new Hopeless("deploy", Stage.PR, Map.of("environment", "{{gone}}"), FACTS, "where"),
          new Hopeless("deploy", Stage.PR, Map.of("environment", "a"), Facts.none(), "what"),
          new Hopeless("rerun_failed_jobs", Stage.PR, Map.of(), FACTS, "pr#42 is none"),
          new Hopeless(
              "rerun_failed_jobs",
              new Subject(SubjectKind.BUILD, "octo/hello", "suite-118"),
              Map.of(),
              FACTS,
              "suite-118 is none"));

  @ParameterizedTest
  @FieldSource("HOPELESS")
  void says_what_is_missing_and_asks_nothing_of_github(Hopeless one) {
    var action = named(one.type());

    var outcome = action.perform(Calls.first(action, one.subject(), one.parameters(), one.facts()));

    var failure = assertInstanceOf(Outcome.Failed.class, outcome).failure();
    assertInstanceOf(Failure.Permanent.class, failure);
    assertTrue(failure.reason().contains(one.reason()), failure.reason());
    assertTrue(List.of("bad_subject", "bad_parameters").contains(failure.code()), failure.code());
    assertEquals(List.of(), code.calls);
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "1, 60", "2, 120", "3, 240", "4, 300", "5, 300", "400, 300"})
  void waits_longer_each_time_for_what_the_branch_requires(int waited, int seconds) {
    code.merged = new Merges.Answer.Blocked("Required status check ci is expected");
    var action = named("merge_pr");
    var first = Calls.first(action, Map.of(), FACTS);
    var step = first.step();
    for (int i = 0; i < waited; i++) {
      step = step.pendingUntil(Stage.T0, "checks", Map.of()).startedAt(Stage.T0, Map.of());
    }

    var outcome = action.perform(new Call(first.execution(), step, Map.of(), Stage.T0));

    assertEquals(
        new Outcome.Pending(
            Duration.ofSeconds(seconds), "Required status check ci is expected", Map.of()),
        outcome);
  }

  @Test
  void does_not_wait_where_it_is_to_be_merged_now() {
    code.merged = new Merges.Answer.Blocked("Required status check ci is expected");
    var action = named("merge_pr");

    var outcome = action.perform(Calls.first(action, Map.of("when", "now"), FACTS));

    assertEquals(
        Outcome.failedForGood("not_mergeable", "Required status check ci is expected"), outcome);
  }

  @Test
  void a_repeat_looks_for_what_it_may_have_started_before() {
    var dispatch = named("dispatch_workflow");
    var deploy = named("deploy");
    var deployment = Map.<String, Object>of("environment", "qa", "mode", "deployment", "ref", "v1");

    dispatch.perform(Calls.second(dispatch, Map.of("workflow", "a.yml", "ref", "main"), Map.of()));
    var again = Calls.second(deploy, deployment, Map.of());
    deploy.perform(again);

    assertEquals(
        List.of(
            "dispatch once since 2026-11-25T08:59:55Z a.yml on main with {}",
            "create once Deployment[ref=v1, environment=qa, description=Review] as " + again.key()),
        code.calls);
  }

  @Test
  void a_branch_in_a_fork_is_left_alone_but_not_one_that_is_named() {
    var action = named("delete_branch");

    var outcome = action.perform(Calls.first(action, Map.of(), FORK));
    action.perform(Calls.first(action, Map.of("name", "old"), FORK));

    assertEquals(new Outcome.Done(Map.of("skipped", "The branch is in a fork")), outcome);
    assertEquals(List.of("unbranch old"), code.calls);
  }

  @Test
  void a_build_is_not_run_again_for_ever() {
    var action = named("rerun_failed_jobs");
    var third = FACTS.with("build_attempt", 3);

    var outcome = action.perform(Calls.first(action, BUILD, Map.of(), third));
    action.perform(Calls.first(action, BUILD, Map.of("max_attempts", 4), third));
    action.perform(Calls.first(action, BUILD, Map.of(), Facts.none()));

    assertEquals(new Outcome.Done(Map.of("skipped", "It failed in 3 attempts")), outcome);
    assertEquals(List.of("rerun 7001 after 3", "rerun 7001 after 2"), code.calls);
  }

  private Action named(String type) {
    return Stream.of(
            new MergePr(code),
            new UpdateBranch(code),
            new CreateBranch(code),
            new DeleteBranch(code),
            new DispatchWorkflow(code),
            new RunTests(code),
            new Deploy(code, code),
            new RerunFailedJobs(code))
        .filter(action -> action.signature().type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
