package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.testing.Happened;
import dev.bellwether.usecase.SlaWorld.Fate;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.action.EscalateSla;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The scheduled workflow that everybody starts from, beside the clocks that watch builds anyway.
class BuildMonitorTest {
  private static final String MONITOR =
      """
      {"name": "Build Time SLA Monitor", "trigger": "schedule", "schedule": {"interval_minutes": 5},
       "conditions": [{"field": "build_duration", "operator": "gt", "value": 600}],
       "actions": [{"type": "escalate_sla",
                    "parameters": {"level": 1, "notification_channels": ["slack", "email"]}}]}
      """;

  private final SlaWorld world = new SlaWorld();
  private final Actions actions =
      new Actions(List.of(new EscalateSla(world::publish, List.of("slack", "email"))));

  @BeforeEach
  void saveTheMonitor() {
    world.workflows.save(monitor());
    world.take(Happened.buildRequested(T0));
  }

  @Test
  void it_raises_level_1_where_it_says_to_and_the_clock_raises_no_second() {
    world.outageUntil(700);

    sweepSchedules();
    world.runUntil(899);

    assertEquals(List.of("1 at 700", "1 at 700"), world.told());
    assertEquals(List.of("notify-slack", "warning-status", "notify-email"), stepsSent());
  }

  @Test
  void where_the_clock_was_first_it_tells_only_by_the_channel_that_was_not_told() {
    world.runUntil(700);

    sweepSchedules();

    assertEquals(List.of("notify-slack", "warning-status", "notify-email"), stepsSent());
  }

  @Test
  void the_levels_after_it_are_the_clocks() {
    world.fate = Fate.LOST;
    world.outageUntil(650);
    sweepSchedules();

    world.runUntil(7200);

    assertEquals(List.of("1 at 650", "1 at 650", "2 at 977", "3 at 1277"), world.told());
  }

  /// The steps of the escalations begun so far, without the monitor's own.
  private List<String> stepsSent() {
    return world.queue.sent().stream()
        .map(sent -> sent.execution())
        .filter(execution -> execution.workflow().id().value().startsWith("escalation-"))
        .flatMap(execution -> execution.steps().stream())
        .map(step -> step.action().id())
        .toList();
  }

  private void sweepSchedules() {
    var run = Stage.running(world.executions, world.queue, actions, world.time, () -> 0.5);
    for (var id : world.startDueWorkflows.at(world.time.instant())) {
      run.run(id, "worker");
    }
  }

  private Workflow monitor() {
    var reading = new DefinitionReader(actions.signatures()).read(Json.read(MONITOR));
    return switch (reading) {
      case Reading.Accepted<Workflow> accepted -> accepted.value();
      case Reading.Refused<Workflow> refused -> throw new AssertionError(refused.faults());
    };
  }
}
