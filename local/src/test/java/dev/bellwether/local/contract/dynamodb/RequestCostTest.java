package dev.bellwether.local.contract.dynamodb;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aClock;
import static dev.bellwether.testing.Given.aDelivery;
import static dev.bellwether.testing.Given.aWorkflow;
import static dev.bellwether.testing.Given.anExecution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.dynamodb.DynamoClockStore;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowCatalog;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.RunExecution;
import dev.bellwether.usecase.Stage;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.action.Call;
import dev.bellwether.usecase.port.ClockStore.Creation;
import dev.bellwether.usecase.port.ExecutionStore.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestCostTest {
  private static final TriggerType PR_CREATED = new TriggerType("pr_created");

  private final CountedRequests requests = new CountedRequests();
  private final SettableTime time = new SettableTime(NOW);

  @Test
  void a_webhook_that_starts_an_execution_costs_one_write_and_no_read() {
    var workflows = counted("WorkflowsTable");
    var catalog = new DynamoWorkflowCatalog(workflows);
    var executions = new DynamoExecutionStore(counted("ExecutionsTable"));
    new DynamoWorkflowStore(workflows).save(aWorkflow("small-prs"));
    catalog.listeningTo(List.of(PR_CREATED), NOW);
    requests.take();

    var result =
        new StartWorkflows(
                catalog, executions, new InMemoryExecutionStore(), (execution, delay) -> {})
            .onDelivery(aPullRequestOpened(), "d-1", NOW.plusSeconds(9));

    assertEquals(1, result.started().size());
    assertEquals(Map.of("PutItem", 1), requests.take());
  }

  @Test
  void an_execution_of_three_repeatable_actions_costs_two_writes_after_the_first() {
    var store = new DynamoExecutionStore(counted("ExecutionsTable"));
    var execution = withSteps(3);
    store.create(execution);
    requests.take();

    var result = running(store).run(execution.id(), "w-1");

    assertInstanceOf(RunExecution.Result.Ended.class, result);
    assertEquals(Map.of("UpdateItem", 2), requests.take());
  }

  @Test
  void a_refused_claim_costs_one_request_and_says_why() {
    var store = new DynamoExecutionStore(counted("ExecutionsTable"));
    var execution = anExecution("d-1", NOW);
    store.create(execution);
    store.claim(execution.id(), "w-1", NOW, NOW.plusSeconds(45));
    requests.take();

    var held = store.claim(execution.id(), "w-2", NOW, NOW.plusSeconds(45));
    var gone = store.claim(new ExecutionId("unknown"), "w-2", NOW, NOW.plusSeconds(45));

    assertInstanceOf(Claim.Held.class, held);
    assertInstanceOf(Claim.Gone.class, gone);
    assertEquals(Map.of("UpdateItem", 2), requests.take());
  }

  @Test
  void a_catalog_reads_nothing_for_ten_seconds_and_then_one_item_unless_something_changed() {
    var workflows = counted("WorkflowsTable");
    var store = new DynamoWorkflowStore(workflows);
    store.save(aWorkflow("a"));
    var catalog = new DynamoWorkflowCatalog(workflows);
    catalog.listeningTo(List.of(PR_CREATED), NOW);
    requests.take();

    catalog.listeningTo(List.of(PR_CREATED), NOW.plusMillis(9_999));
    assertEquals(Map.of(), requests.take());

    catalog.listeningTo(List.of(PR_CREATED), NOW.plusSeconds(10));
    assertEquals(Map.of("GetItem", 1), requests.take());

    store.save(aWorkflow("b"));
    assertEquals(Map.of("TransactWriteItems", 1), requests.take());

    assertEquals(2, catalog.listeningTo(List.of(PR_CREATED), NOW.plusSeconds(20)).size());
    assertEquals(Map.of("GetItem", 1, "Query", 4), requests.take());
  }

  @Test
  void a_delivery_a_new_clock_and_a_clocks_next_revision_cost_one_write_each() {
    var clocks = new DynamoClockStore(counted("SlaTable"));
    new DynamoDeliveryStore(counted("ExecutionsTable")).record(aDelivery("d-1", NOW));
    assertEquals(Map.of("PutItem", 1), requests.take());

    var created = assertInstanceOf(Creation.Created.class, clocks.create(aClock(7001, NOW)));
    assertTrue(clocks.replace(created.clock()));
    assertInstanceOf(Creation.Exists.class, clocks.create(aClock(7001, NOW)));

    assertEquals(Map.of("PutItem", 3), requests.take());
  }

  @Test
  void looking_for_what_is_due_costs_a_query_a_shard_however_much_is_open() {
    var clocks = new DynamoClockStore(counted("SlaTable"));
    var table = counted("ExecutionsTable");
    for (int i = 0; i < 20; i++) {
      clocks.create(aClock(7000 + i, NOW));
      new DynamoExecutionStore(table).create(anExecution("d-" + i, NOW));
    }
    requests.take();

    assertEquals(List.of(), clocks.due(NOW.plusSeconds(300), 100));
    assertEquals(List.of(), new DynamoExecutionReader(table).overdue(NOW.minusSeconds(60), 100));

    assertEquals(Map.of("Query", 8), requests.take());
  }

  private Table counted(String id) {
    var table = DynamoDbUnderTest.table(id, time, requests);
    requests.take();
    return table;
  }

  private RunExecution running(DynamoExecutionStore store) {
    var actions = new Actions(List.of(new Does("assign_reviewer"), new Does("comment")));
    return Stage.running(store, (execution, delay) -> {}, actions, time, () -> 0.5);
  }

  private static Event aPullRequestOpened() {
    return new Event(
        "pull_request.opened", Set.of(PR_CREATED), Given.aPullRequest(42), Given.facts(), NOW);
  }

  private static Execution withSteps(int count) {
    var actions =
        IntStream.range(0, count)
            .mapToObj(i -> ActionSpec.of("step-" + i, "assign_reviewer", Map.of()))
            .toList();
    var workflow =
        Workflow.of(
                aWorkflow("small-prs").id(),
                "Small PRs",
                List.of(),
                new Condition.All(List.of()),
                Plan.of(actions))
            .withVersion(1);
    return Given.anExecutionOf(workflow, "d-1", NOW);
  }

  private record Does(String type) implements Action {
    @Override
    public ActionSignature signature() {
      return new ActionSignature(type, "Does it.", Repeat.SAFE, List.of());
    }

    @Override
    public Outcome perform(Call call) {
      return Outcome.done();
    }
  }
}
