package dev.bellwether.function.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryAuditStore;
import dev.bellwether.testing.InMemoryBuildResults;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryEdgeStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryIncidentStore;
import dev.bellwether.testing.InMemorySilenceStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingContext;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.testing.RecordingViolationEvents;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.AuditExecutions;
import dev.bellwether.usecase.AuditTrail;
import dev.bellwether.usecase.CheckSlas;
import dev.bellwether.usecase.EscalateAnew;
import dev.bellwether.usecase.Muting;
import dev.bellwether.usecase.OpenSubjects;
import dev.bellwether.usecase.RaiseLevel;
import dev.bellwether.usecase.RecordShadows;
import dev.bellwether.usecase.RequeueStuckExecutions;
import dev.bellwether.usecase.StartDueWorkflows;
import dev.bellwether.usecase.StartWorkflows;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SlaCheckHandlerTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");

  private final SettableTime time = new SettableTime(T0);
  private final InMemoryClockStore clocks = new InMemoryClockStore();
  private final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  private final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(time);
  private final RecordingTimerQueue timers = new RecordingTimerQueue();
  private final RecordingExecutionQueue queue = new RecordingExecutionQueue();
  private final RecordingContext context = new RecordingContext();

  @Test
  void a_sweep_does_its_three_parts_and_one_line_says_so() {
    workflows.save(Given.aScheduledWorkflow("small-prs", Duration.ofMinutes(5)));
    clocks.create(Given.aClock(1, T0.minusSeconds(300)));
    clocks.create(Given.aClock(2, T0));
    executions.create(Given.anExecution("delivery-1", T0));
    time.set(T0.plusSeconds(300));

    assertEquals("swept", handler(this::checkSlas).handleRequest(new ScheduledEvent(), context));

    var line = context.line();
    assertEquals(1, line.path("raised").size());
    assertEquals(1, line.path("armed").asInt());
    assertEquals(1, line.path("requeued").size());
    assertEquals(0, line.path("started").size());
    assertEquals(0, line.path("failed").size());
  }

  @Test
  void a_part_that_breaks_is_told_the_others_are_done_and_the_invocation_fails() {
    executions.create(Given.anExecution("delivery-1", T0));
    time.set(T0.plusSeconds(300));
    var broken =
        handler(
            () -> {
              throw new IllegalStateException("no table");
            });

    var thrown =
        assertThrows(
            IllegalStateException.class, () -> broken.handleRequest(new ScheduledEvent(), context));

    assertTrue(String.valueOf(thrown.getMessage()).endsWith("clocks"));
    assertEquals(1, queue.sent().size());
    assertEquals(
        "clocks",
        context.lines().stream()
            .map((JsonNode line) -> line.path("part").asText())
            .filter(part -> !part.isEmpty())
            .findFirst()
            .orElseThrow());
  }

  private SlaCheckHandler handler(Supplier<CheckSlas> checkSlas) {
    var start = new StartWorkflows(workflows, executions, executions, queue);
    return new SlaCheckHandler(
        checkSlas,
        () ->
            new EscalateAnew(
                new InMemoryIncidentStore(),
                clocks,
                violation -> {},
                new Muting(new InMemorySilenceStore(), new InMemoryBuildResults())),
        () ->
            new StartDueWorkflows(
                workflows,
                new OpenSubjects(clocks, clocks),
                new InMemoryEdgeStore(),
                executions,
                start,
                new RecordShadows(new InMemoryDeliveryStore(executions))),
        () -> new RequeueStuckExecutions(executions, queue),
        () ->
            new AuditExecutions(executions, new AuditTrail(new InMemoryAuditStore()), Json::write),
        time);
  }

  private CheckSlas checkSlas() {
    var events = new RecordingViolationEvents();
    return new CheckSlas(clocks, timers, new RaiseLevel(clocks, timers, events));
  }
}
