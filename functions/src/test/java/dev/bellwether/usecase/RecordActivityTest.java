package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryAgentActivityStore;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.testing.SettableTime;
import java.time.Duration;
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
  private final InMemoryClockStore clocks = new InMemoryClockStore();
  private final RecordActivity recordActivity =
      new RecordActivity(
          activities,
          new ObserveClocks(
              clocks, new RecordingTimerQueue(), now -> Policies.STANDARD, ended -> {}),
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

  @Test
  void an_assigned_task_waits_for_the_agents_next_sign_of_life_whatever_it_is_about() {
    at(0, "task_assigned", "open", Map.of("task_id", "t-1"));
    at(10, "task_assigned", "open", Map.of("task_id", "t-2"));
    assertEquals(Clock.State.RUNNING, response("t-1").state());

    at(30, "commit", "pushed", Map.of());

    assertEquals(Duration.ofSeconds(30), response("t-1").elapsedAt(NOW.plusSeconds(99)));
    assertEquals(Duration.ofSeconds(20), response("t-2").elapsedAt(NOW.plusSeconds(99)));
    assertEquals(Clock.State.STOPPED, response("t-2").state());
    assertEquals(Duration.ofMinutes(2), response("t-2").threshold());
  }

  @Test
  void a_notification_without_a_task_waits_for_an_answer_too() {
    at(0, "notification_sent", "open", Map.of());
    at(5, "comment", "posted", Map.of());

    assertEquals(Duration.ofSeconds(5), response("r-0").elapsedAt(NOW.plusSeconds(99)));
  }

  @Test
  void a_task_runs_from_its_start_to_its_completion() {
    at(0, "task_started", "working", Map.of("task_id", "t-1"));
    at(60, "commit", "pushed", Map.of("task_id", "t-1"));
    assertEquals(Clock.State.RUNNING, completion("t-1").state());

    at(90, "task_completed", "done", Map.of("task_id", "t-1"));

    assertEquals(Duration.ofSeconds(90), completion("t-1").elapsedAt(NOW.plusSeconds(999)));
  }

  @Test
  void a_report_of_a_completed_task_is_enough_where_it_says_how_long_it_took() {
    var report =
        new AgentActivity(
            "r-1",
            NOW,
            "ada",
            "coder",
            "code_generation",
            Map.of("task_id", "t-9"),
            "octo/hello",
            "feat/x",
            null,
            null,
            15_000.5,
            "completed",
            NOW.minusSeconds(60));

    recordActivity.of(report, NOW);
    recordActivity.of(report, NOW);

    var clock = completion("t-9");
    assertEquals(Duration.ofMillis(15_000_500), clock.elapsedAt(NOW));
    assertEquals(Optional.of(Level.CRITICAL), clock.levelAt(NOW));
    assertEquals(Optional.of(NOW.minusSeconds(60)), clock.stoppedAt());
  }

  private void at(int second, String type, String status, Map<String, Object> data) {
    var at = NOW.plusSeconds(second);
    recordActivity.of(
        new AgentActivity(
            "r-" + second,
            at,
            "ada",
            "coder",
            type,
            data,
            "octo/hello",
            "feat/x",
            null,
            null,
            null,
            status,
            null),
        at);
  }

  private Clock response(String question) {
    return clocks
        .find(ClockId.parse("agent_response|octo/hello|agent#ada/" + question))
        .orElseThrow();
  }

  private Clock completion(String task) {
    return clocks.find(ClockId.parse("task_completion|octo/hello|task#" + task)).orElseThrow();
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
