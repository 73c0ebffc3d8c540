package dev.bellwether.usecase;

import static dev.bellwether.usecase.EngineWorld.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.testing.InMemoryAuditStore;
import dev.bellwether.usecase.port.FinishedExecutions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditExecutionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final InMemoryAuditStore store = new InMemoryAuditStore();
  private final EngineWorld world =
      new EngineWorld(
          ScriptedAction.safe("good", call -> new Outcome.Done(Map.of("number", 7))),
          ScriptedAction.safe("bad", call -> Outcome.failedForGood("no")));

  @Test
  void each_action_that_was_begun_is_written_down_once_in_the_name_of_its_workflow() {
    world.save(EngineWorld.workflow("w", action("good"), action("bad"), action("never", "good")));
    var id = world.opened(42).getFirst();
    world.settle();

    assertEquals(1, audit(world.executions).at(T0));
    assertEquals(0, audit(world.executions).at(T0));

    assertEquals(
        List.of(
            "good: {step=good, state=succeeded, parameters={}, result={number=7}}",
            "bad: {step=bad, state=failed, parameters={}, result={}}"),
        entries().stream()
            .map(entry -> entry.deed().action() + ": " + entry.deed().after())
            .toList());
    var deed = entries().getFirst().deed();
    assertEquals("workflow/w@1", deed.actor());
    assertEquals("octo/hello pr#42", deed.target());
    assertEquals(id.value(), deed.correlationId());
  }

  @Test
  void of_an_action_that_left_very_much_only_what_it_was_is_written_down() {
    var wordy = Map.<String, Object>of("log", "x".repeat(20_000));
    var own = new EngineWorld(ScriptedAction.safe("wordy", call -> new Outcome.Done(wordy)));
    own.save(EngineWorld.workflow("w", action("wordy")));
    own.opened(42);
    own.settle();

    audit(own.executions).at(T0);

    assertEquals("{step=wordy, state=succeeded}", entries().getFirst().deed().after());
  }

  @Test
  void a_sweep_that_dies_before_it_is_noted_writes_nothing_twice() {
    world.save(EngineWorld.workflow("w", action("good")));
    world.opened(42);
    world.settle();
    var dying =
        new FinishedExecutions() {
          @Override
          public List<Execution> notAudited(Instant until, int limit) {
            return world.executions.notAudited(until, limit);
          }

          @Override
          public void audited(ExecutionId id) {
            // dies before
          }
        };

    audit(dying).at(T0);
    audit(world.executions).at(T0);

    assertEquals(1, entries().size());
  }

  @Test
  void what_did_nothing_leaves_no_entry_and_is_done_with() {
    world.save(EngineWorld.workflow("w", action("good")));
    var id = world.opened(42).getFirst();
    world.cancel.of(id, "ada", "", T0);
    world.settle();

    assertEquals(1, audit(world.executions).at(T0));
    assertEquals(List.of(), entries());
    assertEquals(List.of(), world.executions.notAudited(T0, 10));
  }

  private AuditExecutions audit(FinishedExecutions executions) {
    return new AuditExecutions(executions, new AuditTrail(store), String::valueOf);
  }

  private List<AuditEntry> entries() {
    return store.after(TODAY, 0, 100);
  }

  private static ActionSpec action(String type) {
    return action(type, type);
  }

  private static ActionSpec action(String id, String type) {
    return ActionSpec.of(id, type, Map.of());
  }
}
