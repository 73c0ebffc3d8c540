package dev.bellwether.local.contract.dynamodb;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aClock;
import static dev.bellwether.testing.Given.aDelivery;
import static dev.bellwether.testing.Given.aViolation;
import static dev.bellwether.testing.Given.anActivity;
import static dev.bellwether.testing.Given.anExecution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.dynamodb.DynamoAgentActivityStore;
import dev.bellwether.adapter.dynamodb.DynamoClockStore;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.DynamoViolationStore;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.port.ExecutionReader.Which;
import dev.bellwether.usecase.port.Part;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// DynamoDB deletes an item days after its time is over, and the embedded engine never does.
class ExpiryTest {
  private static final Duration KEPT = Duration.ofDays(90);

  private final SettableTime time = new SettableTime(NOW);

  @Test
  void an_execution_is_seen_for_90_days_after_its_end() {
    var table = table("ExecutionsTable");
    var store = new DynamoExecutionStore(table);
    var reader = new DynamoExecutionReader(table);
    var open = anExecution("d-1", NOW);
    var over = anExecution("d-2", NOW);
    store.create(open);
    store.create(over);
    store.claim(over.id(), "w-1", NOW, NOW.plusSeconds(45));
    store.record(
        over.running().endedAt(NOW, new Ending(ExecutionState.SUCCEEDED, "done")), "w-1", NOW);

    time.set(NOW.plus(KEPT).minusSeconds(1));
    assertTrue(reader.find(over.id()).isPresent());

    time.set(NOW.plus(KEPT));
    assertEquals(Optional.empty(), reader.find(over.id()));
    assertEquals(
        List.of(open),
        reader.list(new Which.Of(open.workflow().id()), Part.newestEver(10)).items());
  }

  @Test
  void a_delivery_and_a_report_are_seen_for_90_days() {
    var deliveries = new DynamoDeliveryStore(table("ExecutionsTable"));
    var activities = new DynamoAgentActivityStore(table("AgentActivityTable"));
    deliveries.record(aDelivery("d-1", NOW));
    activities.record(anActivity("a-1", "ada", NOW));

    time.set(NOW.plus(KEPT));

    assertEquals(Optional.empty(), deliveries.find("d-1"));
    assertEquals(List.of(), activities.newestOf("ada", 10));
  }

  @Test
  void a_clock_is_seen_for_90_days_after_its_subject_was_closed_and_a_violation_for_good() {
    var table = table("SlaTable");
    var clocks = new DynamoClockStore(table);
    var violations = new DynamoViolationStore(table);
    var open = aClock(7001, NOW);
    var closed =
        aClock(7002, NOW)
            .merge(List.of(new Mark(Mark.Kind.CLOSE, NOW)), open.facts(), open.factsAt());
    clocks.create(open);
    clocks.create(closed);
    violations.record(aViolation(7001, Level.WARNING, NOW));

    time.set(NOW.plus(KEPT));

    assertTrue(clocks.find(open.id()).isPresent());
    assertEquals(Optional.empty(), clocks.find(closed.id()));
    assertEquals(1, violations.newest(NOW, 10).size());
  }

  private Table table(String id) {
    return DynamoDbUnderTest.table(id, time);
  }
}
