package dev.bellwether.function.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryBuildResults;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryIncidentStore;
import dev.bellwether.testing.InMemorySilenceStore;
import dev.bellwether.testing.InMemoryViolationStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingContext;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.Escalate;
import dev.bellwether.usecase.Muting;
import dev.bellwether.usecase.RecordShadows;
import dev.bellwether.usecase.StartWorkflows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EscalationHandlerTest {
  private final SettableTime time = new SettableTime(Given.NOW);
  private final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  private final InMemoryViolationStore violations = new InMemoryViolationStore();
  private final RecordingExecutionQueue queue = new RecordingExecutionQueue();
  private final RecordingContext context = new RecordingContext();
  private final EscalationHandler handler = new EscalationHandler(this::escalate, time, () -> {});

  @Test
  void a_violation_from_the_bus_is_recorded_and_its_steps_started() {
    var violation = Given.aViolation(7001, Level.WARNING, Given.NOW);
    var event = new ScheduledEvent();
    event.setDetail(Json.map(ViolationJson.write(violation)));

    handler.handleRequest(event, context);

    assertEquals(List.of(violation), violations.newest(Given.NOW, 10));
    assertEquals(1, queue.sent().size());
    assertEquals("Violation escalated", context.line().path("message").asText());
    assertEquals(violation.id(), context.line().path("violation_id").asText());
    assertEquals(1, context.line().path("started").size());
  }

  @Test
  void what_is_no_violation_is_thrown_back() {
    var event = new ScheduledEvent();
    event.setDetail(Map.of("metric", "build_time"));

    assertThrows(IllegalArgumentException.class, () -> handler.handleRequest(event, context));
  }

  private Escalate escalate() {
    var workflows = new InMemoryWorkflowStore(time);
    return new Escalate(
        violations,
        new InMemoryIncidentStore(),
        new Muting(new InMemorySilenceStore(), new InMemoryBuildResults()),
        now -> List.of(),
        executions,
        executions,
        queue,
        workflows,
        workflows,
        new StartWorkflows(workflows, executions, executions, queue),
        new RecordShadows(new InMemoryDeliveryStore(executions)));
  }
}
