package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryAgentActivityStore;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.SettableTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordActivityTest {
  private final InMemoryAgentActivityStore activities = new InMemoryAgentActivityStore();
  private final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(new SettableTime(NOW));
  private final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  private final InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore(executions);
  private final RecordActivity recordActivity =
      new RecordActivity(
          activities,
          new StartWorkflows(workflows, executions, executions, new RecordingExecutionQueue()),
          new RecordShadows(deliveries));

  @ParameterizedTest
  @CsvSource({
    "commit, completed, agent_task_completed",
    "commit, failed, agent_error",
    "commit, error, agent_error",
    "commit, idle, agent_idle",
    "idle, completed, agent_idle",
    "idle, in_progress, agent_idle",
    "commit, in_progress,",
  })
  void a_report_sets_off_what_it_tells_of(String type, String status, @Nullable String trigger) {
    assertEquals(
        Optional.ofNullable(trigger),
        report("r-1", type, status, 42).event().map(event -> event.name()));
  }

  @Test
  void a_report_is_kept_and_starts_what_listens_to_it_once() {
    listens(WorkflowState.ACTIVE);
    var report = report("r-1", "commit", "completed", 42);

    var started = recordActivity.of(report, NOW);
    var again = recordActivity.of(report, NOW.plusSeconds(1));

    assertEquals(List.of(report), activities.newest(NOW, 9));
    assertEquals(List.of(only().id()), started);
    assertEquals(List.of(), again);
    assertEquals(Given.aPullRequest(42), only().subject());
    assertEquals(Optional.of("ada"), only().facts().text("agent_name"));
    assertEquals(Optional.of("octo/hello"), only().facts().text("repository"));
  }

  @Test
  void without_a_pull_request_it_is_about_the_agent() {
    listens(WorkflowState.ACTIVE);

    recordActivity.of(report("r-1", "commit", "completed", null), NOW);

    assertEquals("octo/hello agent#ada", only().subject().toString());
  }

  @Test
  void what_would_start_in_shadow_is_recorded() {
    listens(WorkflowState.SHADOW);

    recordActivity.of(report("r-1", "commit", "completed", 42), NOW);

    assertEquals(
        List.of("agent_task_completed"),
        deliveries.newest(NOW, 9).stream().map(delivery -> delivery.event()).toList());
  }

  private void listens(WorkflowState state) {
    var given = Given.aWorkflow("done");
    var trigger = Trigger.of(new TriggerType(NamedTrigger.AGENT_TASK_COMPLETED.wireName()));
    workflows.save(
        Workflow.of(
                new WorkflowId("done"),
                "Done",
                List.of(trigger),
                new Condition.All(List.of()),
                given.plan())
            .withState(state));
  }

  private Execution only() {
    var all = executions.newest(NOW, 9);
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private static AgentActivity report(
      String id, String type, String status, @Nullable Integer prNumber) {
    return new AgentActivity(
        id,
        NOW,
        "ada",
        "coder",
        type,
        Map.of("task_id", "t-1"),
        "octo/hello",
        "feat/x",
        prNumber,
        null,
        null,
        status,
        null);
  }
}
