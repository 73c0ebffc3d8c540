package dev.bellwether.usecase.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.CodeOwners;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What each action does on GitHub, as a table.
class GitHubActionsTest {
  private static final Facts FACTS =
      new Facts(
          Map.of(
              "author", "Ada",
              "title", "Fix <b> @all",
              "head_sha", "abc123",
              "reviewers", List.of("bob", "eve"),
              "labels", List.of("bug", "status: draft", "Status: Ready")));

  private final RecordingOutside outside = new RecordingOutside();

  record Case(
      String type, Map<String, Object> parameters, Map<String, Object> result, List<String> calls) {
    @Override
    public String toString() {
      return type + " " + parameters;
    }
  }

  private static Case does(
      String type, Map<String, Object> parameters, Map<String, Object> result, String... calls) {
    return new Case(type, parameters, result, List.of(calls));
  }

  static final List<Case> CASES =
      List.of(
          does(
              "assign_reviewer",
              Map.of("reviewer", "lead-developer"),
              Map.of("reviewers", List.of("lead-developer"), "team_reviewers", List.of()),
              "review pr#42 by [lead-developer] and []"),
          does(
              "assign_reviewer",
              Map.of("reviewers", List.of("@bob", "ada", "bob"), "team_reviewers", "acme/core"),
              Map.of("reviewers", List.of("bob"), "team_reviewers", List.of("core")),
              "review pr#42 by [bob] and [core]"),
          does(
              "assign_reviewer",
              Map.of("reviewer", "{{reviewers}}"),
              Map.of("reviewers", List.of("bob", "eve"), "team_reviewers", List.of()),
              "review pr#42 by [bob, eve] and []"),
          does(
              "assign_reviewer",
              Map.of("reviewer", "ada"),
              Map.of("skipped", "Nobody is left to ask but the author and those away")),
          does(
              "update_status",
              Map.of("status", "ready_for_review"),
              Map.of(
                  "label",
                  "status: ready_for_review",
                  "removed",
                  List.of("status: draft", "Status: Ready")),
              "label pr#42 with [status: ready_for_review]",
              "unlabel pr#42 of status: draft",
              "unlabel pr#42 of Status: Ready"),
          does(
              "update_status",
              Map.of("status", "ready"),
              Map.of("label", "status: ready", "removed", List.of("status: draft")),
              "label pr#42 with [status: ready]",
              "unlabel pr#42 of status: draft"),
          does(
              "update_status",
              Map.of("target", "commit_status", "state", "success"),
              Map.of("sha", "abc123", "state", "success", "context", "bellwether/review"),
              "status octo/hello abc123 CommitStatus[state=success, context=bellwether/review,"
                  + " description=Review]"),
          does(
              "update_status",
              Map.of(
                  "target", "commit_status", "state", "error", "context", "c", "description", "d"),
              Map.of("sha", "abc123", "state", "error", "context", "c"),
              "status octo/hello abc123 CommitStatus[state=error, context=c, description=d]"),
          does(
              "update_status",
              Map.of(
                  "target",
                  "check_run",
                  "state",
                  "pending",
                  "context",
                  "c",
                  "summary",
                  "By {{title}}"),
              Map.of("sha", "abc123", "state", "pending", "context", "c"),
              "check octo/hello abc123 CheckRun[name=c, state=pending, title=Review, summary=By Fix"
                  + " \\<b\\> @\u200Ball]"),
          does(
              "approve",
              Map.of("body", "Small enough"),
              Map.of(),
              "approve pr#42 at abc123: Small enough"),
          does(
              "dismiss_reviews",
              Map.of("message", "It has changed", "reviewers", "@bob"),
              Map.of(),
              "dismiss pr#42 of [bob]: It has changed"),
          does(
              "add_labels",
              Map.of("labels", List.of("big", "{{gone}}", "by {{author}}")),
              Map.of("labels", List.of("big", "by Ada")),
              "label pr#42 with [big, by Ada]"),
          does(
              "remove_labels",
              Map.of("labels", List.of("big", "old")),
              Map.of("removed", List.of("big", "old")),
              "unlabel pr#42 of big",
              "unlabel pr#42 of old"),
          does(
              "comment",
              Map.of("body", "**Thanks** for {{title}}"),
              Map.of(),
              "post on pr#42 as KEY: **Thanks** for Fix \\<b\\> @\u200Ball"),
          does(
              "comment",
              Map.of("body", "Hello", "mode", "upsert"),
              Map.of(),
              "upsert on pr#42 as review/step-1: Hello"),
          does(
              "create_issue",
              Map.of("title", "About {{title}}", "labels", "bug", "assignees", "@bob"),
              Map.of(),
              "open in octo/hello as KEY: Draft[title=About Fix <b> @all, body=, labels=[bug],"
                  + " assignees=[bob]]"));

  @ParameterizedTest
  @FieldSource("CASES")
  void does_on_github(Case one) {
    var action = named(one.type());
    var call = Calls.first(action, one.parameters(), FACTS);
    assertEquals(Map.of(), action.signature().faults(one.parameters()));

    var outcome = action.perform(call);

    assertEquals(new Outcome.Done(one.result()), outcome);
    assertEquals(
        one.calls().stream().map(c -> c.replace("KEY", call.key())).toList(), outside.calls);
  }

  record Hopeless(String type, Map<String, Object> parameters, Facts facts, String reason) {}

  static final List<Hopeless> HOPELESS =
      List.of(
          new Hopeless("assign_reviewer", Map.of("reviewer", "{{gone}}"), FACTS, "name nobody"),
          new Hopeless("update_status", Map.of("status", "{{gone}}"), FACTS, "status"),
          new Hopeless(
              "update_status", Map.of("target", "commit_status", "status", "x"), FACTS, "state"),
          new Hopeless(
              "update_status",
              Map.of("target", "commit_status", "state", "success"),
              Facts.none(),
              "pr#42 is not known to have one"),
          new Hopeless("add_labels", Map.of("labels", "{{gone}}"), FACTS, "labels"),
          new Hopeless("comment", Map.of("body", "{{gone}}"), FACTS, "empty"),
          new Hopeless("create_issue", Map.of("title", "{{gone}}"), FACTS, "title"));

  @ParameterizedTest
  @FieldSource("HOPELESS")
  void says_what_is_missing_and_asks_nothing_of_github(Hopeless one) {
    var action = named(one.type());

    var outcome = action.perform(Calls.first(action, one.parameters(), one.facts()));

    var failure = assertInstanceOf(Outcome.Failed.class, outcome).failure();
    assertInstanceOf(Failure.Permanent.class, failure);
    assertTrue(failure.reason().contains(one.reason()), failure.reason());
    assertEquals(List.of(), outside.calls);
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void passes_a_failure_on(Case one) {
    var failed = Outcome.failedForNow("busy");
    List.of(
            "review", "label", "unlabel", "status", "check", "approve", "dismiss", "post", "upsert",
            "open")
        .forEach(call -> outside.answers.put(call, failed));
    var action = named(one.type());

    var outcome = action.perform(Calls.first(action, one.parameters(), FACTS));

    var isSkipped = one.calls().isEmpty();
    assertEquals(isSkipped ? new Outcome.Done(one.result()) : failed, outcome);
    assertEquals(isSkipped ? 0 : 1, outside.calls.size());
  }

  @Test
  void the_owners_of_what_is_touched_are_asked_but_for_the_author_and_who_is_away() {
    outside.owners = CodeOwners.parse("* @ada @eve @ken @octo/core");
    outside.files = List.of("a.go");
    var action = named("assign_reviewer");

    action.perform(
        Calls.first(
            action, Map.of("strategy", "code_owners", "reviewer", "bob", "away", "ken"), FACTS));
    outside.files = List.of();
    var nobody = action.perform(Calls.first(action, Map.of("strategy", "code_owners"), FACTS));

    assertEquals(List.of("review pr#42 by [bob, eve] and [core]"), outside.calls);
    assertInstanceOf(Outcome.Done.class, nobody);
  }

  @Test
  void who_has_the_least_to_review_is_asked() {
    outside.open.put(1L, List.of("bob"));
    var action = named("assign_reviewer");

    action.perform(
        Calls.first(
            action,
            Map.of("strategy", "least_loaded", "reviewers", List.of("ada", "bob", "eve")),
            FACTS));

    assertEquals(List.of("review pr#42 by [eve] and []"), outside.calls);
  }

  @Test
  void a_status_takes_the_place_of_one_that_an_earlier_step_set() {
    var action = new UpdateStatus(outside.labels, outside.commitStatuses, outside.checkRuns);
    var first = ActionSpec.of("first", "update_status", Map.of("status", "building"));
    var second = ActionSpec.of("second", "update_status", Map.of("status", "built"));
    var execution =
        Stage.execution(Facts.none(), first, second)
            .withStep(0, s -> s.succeededAt(Stage.T0, Map.of("label", "status: building")));

    action.perform(new Call(execution, execution.steps().get(1), second.parameters(), Stage.T0));

    assertEquals(
        List.of("label pr#42 with [status: built]", "unlabel pr#42 of status: building"),
        outside.calls);
  }

  @Test
  void what_is_said_about_a_build_is_said_on_its_pull_request() {
    var build = new Subject(SubjectKind.BUILD, "octo/hello", "7001.1");
    var parameters = Map.<String, Object>of("labels", "red");
    var action = named("add_labels");

    action.perform(Calls.first(action, build, parameters, new Facts(Map.of("number", 42))));
    action.perform(Calls.first(action, build, parameters, Facts.none()));

    assertEquals(List.of("label pr#42 with [red]", "label build#7001.1 with [red]"), outside.calls);
  }

  @Test
  void a_repeat_looks_for_what_it_may_have_written_before() {
    var comment = named("comment");
    var issue = named("create_issue");

    var again = Calls.second(comment, Map.of("body", "Hello"), Map.of());
    comment.perform(again);
    issue.perform(Calls.second(issue, Map.of("title", "Hello"), Map.of()));

    assertEquals("post once on pr#42 as " + again.key() + ": Hello", outside.calls.get(0));
    assertTrue(outside.calls.get(1).startsWith("open once in octo/hello as "));
  }

  @Test
  void a_definition_must_name_a_reviewer_and_a_status() {
    assertEquals(
        Map.of(
            "reviewer",
            "assign_reviewer needs at least one of [reviewer, reviewers, team_reviewers,"
                + " strategy]"),
        named("assign_reviewer").signature().faults(Map.of()));
    assertEquals(
        List.of("status", "target"),
        named("update_status").signature().faults(Map.of("target", "x")).keySet().stream()
            .sorted()
            .toList());
  }

  private Action named(String type) {
    return Stream.of(
            new AssignReviewer(outside.reviewRequests),
            new UpdateStatus(outside.labels, outside.commitStatuses, outside.checkRuns),
            new Approve(outside.reviews),
            new DismissReviews(outside.reviews),
            new AddLabels(outside.labels),
            new RemoveLabels(outside.labels),
            new PostComment(outside.comments),
            new CreateIssue(outside.issues))
        .filter(action -> action.signature().type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
