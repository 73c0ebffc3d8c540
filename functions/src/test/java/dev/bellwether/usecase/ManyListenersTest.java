package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.SettableTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is decided, started and kept where very many workflows listen to the same event.
class ManyListenersTest {
  private static final int MOST = StartWorkflows.MOST_EXPLAINED;

  private final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(new SettableTime(NOW));
  private final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  private final StartWorkflows startWorkflows =
      new StartWorkflows(workflows, executions, executions, new RecordingExecutionQueue());

  @Test
  void up_to_a_hundred_all_say_why_they_do_not_fire() {
    listen(MOST, "files_changed", Operator.GT, 50);

    var result = opened();

    assertEquals(MOST, result.decisions().size());
    assertEquals(List.of(), result.started());
  }

  @Test
  void of_more_than_a_hundred_only_those_that_fire_or_may_yet_are_told_of() {
    listen(MOST, "repository", Operator.EQ, "octo/other");
    listen("fires", "repository", Operator.EQ, "octo/hello");
    listen("may-yet", "approvals", Operator.GTE, 2);
    listen("is-not-known", "milestone", Operator.EQ, "v1");

    var result = opened();

    assertEquals(List.of("fires", "may-yet"), decided(result.decisions()));
    assertEquals(2, result.started().size());
  }

  @Test
  void all_that_fire_are_started_however_many_and_the_record_keeps_what_fits() {
    listen(MOST + 20, "files_changed", Operator.LT, 50);

    var result = opened();

    assertEquals(MOST + 20, result.started().size());
    var carried = executions.carriedDeliveries();
    assertEquals(List.of(MOST), carried.stream().map(d -> d.decisions().size()).toList());
  }

  @Test
  void what_shadows_is_told_of_and_not_started() {
    listen(MOST, "repository", Operator.EQ, "octo/other");
    save(workflow("shadow", "draft", Operator.EQ, false).withState(WorkflowState.SHADOW));

    var result = opened();

    assertEquals(List.of("shadow"), decided(result.decisions()));
    assertEquals(List.of(), result.started());
  }

  private StartWorkflows.Result opened() {
    var facts = new Facts(Map.of("repository", "octo/hello", "files_changed", 12, "draft", false));
    var triggers = Given.typesOf(Given.aWorkflow("any"));
    var subject = Given.aPullRequest(1);
    var event = new Event("pull_request.opened", triggers, subject, facts, NOW);
    return startWorkflows.onDelivery(event, "d-1", NOW);
  }

  private static List<String> decided(List<Decision> decisions) {
    return decisions.stream().map(decision -> decision.workflow().value()).toList();
  }

  private void listen(int count, String fact, Operator operator, Object value) {
    IntStream.range(0, count).forEach(i -> listen("w-" + i, fact, operator, value));
  }

  private void listen(String id, String fact, Operator operator, Object value) {
    save(workflow(id, fact, operator, value));
  }

  private void save(Workflow workflow) {
    workflows.save(workflow);
  }

  private static Workflow workflow(String id, String fact, Operator operator, Object value) {
    var given = Given.aWorkflow(id);
    return Workflow.of(
        given.id(),
        given.name(),
        given.triggers(),
        new Leaf(fact, operator, new Operand.Literal(value)),
        given.plan());
  }
}
