package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aPullRequest;
import static dev.bellwether.testing.Given.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Race;
import dev.bellwether.testing.Reception;
import dev.bellwether.usecase.ReceiveWebhook.Result;
import dev.bellwether.usecase.ReceiveWebhook.Result.Decided;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiveWebhookTest {
  private static final byte[] BODY = {};

  private final Reception reception = new Reception();
  private Reading reading = new Reading.Known(anEvent(facts()));

  @Test
  void a_webhook_that_fires_a_workflow_is_stored_then_queued() {
    reception.listens("small-prs", WorkflowState.ACTIVE);

    var outcome = ((Decided) receive("d-1")).outcome();

    assertEquals(1, outcome.started().size());
    assertEquals(
        outcome.started(),
        reception.executions.newest(NOW, 10).stream().map(Execution::id).toList());
    assertEquals(
        outcome.started(),
        reception.queue.sent().stream().map(sent -> sent.execution().id()).toList());
  }

  @Test
  void a_delivery_that_starts_something_travels_in_its_first_execution_only() {
    reception.listens("first", WorkflowState.ACTIVE);
    reception.listens("second", WorkflowState.ACTIVE);

    receive("d-1");

    assertEquals(2, reception.queue.sent().size());
    var carried = reception.executions.carriedDeliveries();
    assertEquals(1, carried.size());
    assertEquals(2, carried.getFirst().decisions().size());
    assertEquals(Optional.of(carried.getFirst()), reception.deliveries.find("d-1"));
    assertEquals(List.of(), reception.recorded);
  }

  @Test
  void a_delivery_that_starts_nothing_is_recorded_with_its_decisions() {
    reception.listens("small-prs", WorkflowState.ACTIVE);
    reading = new Reading.Known(anEvent(facts().with("files_changed", 50)));

    receive("d-1");

    var recorded = reception.deliveries.find("d-1").orElseThrow();
    assertEquals("d-1", recorded.id());
    assertEquals("pull_request.opened", recorded.event());
    assertEquals(aPullRequest(42), recorded.subject());
    assertEquals(1, recorded.decisions().size());
    assertEquals(0, reception.queue.sent().size());
  }

  @Test
  void a_shadow_workflow_is_decided_and_recorded_and_not_started() {
    reception.listens("small-prs", WorkflowState.SHADOW);

    receive("d-1");

    assertTrue(reception.deliveries.find("d-1").orElseThrow().decisions().getFirst().fires());
    assertEquals(List.of(), reception.executions.newest(NOW, 10));
  }

  @Test
  void clocks_see_every_event_fired_or_not() {
    receive("d-1");

    assertEquals(List.of("pull_request.opened"), observed());
  }

  @Test
  void an_unknown_event_is_recorded_and_moves_nothing() {
    reading = new Reading.Unknown("sponsorship.created");

    assertEquals(new Result.Unknown("sponsorship.created"), receive("d-1"));

    assertEquals(
        Optional.of(Delivery.aboutNothing("d-1", "sponsorship.created", NOW)),
        reception.deliveries.find("d-1"));
    assertEquals(List.of(), observed());
  }

  @Test
  void a_malformed_payload_leaves_no_trace() {
    reading = new Reading.Malformed("because");

    assertEquals(new Result.Malformed("because"), receive("d-1"));

    assertEquals(List.of(), reception.deliveries.newest(NOW, 10));
    assertEquals(List.of(), observed());
  }

  @Test
  void the_same_delivery_many_times_at_once_starts_one_execution() {
    reception.listens("small-prs", WorkflowState.ACTIVE);

    var outcomes = Race.of(runner -> ((Decided) receive("d-1")).outcome());

    assertEquals(1, outcomes.stream().mapToInt(outcome -> outcome.started().size()).sum());
    assertEquals(
        outcomes.size() - 1, outcomes.stream().mapToInt(outcome -> outcome.known().size()).sum());
    assertEquals(1, reception.queue.sent().size());
    assertEquals(List.of(), reception.recorded);
  }

  @Test
  void a_redelivery_starts_what_has_come_to_match_since() {
    receive("d-1");
    reception.listens("small-prs", WorkflowState.ACTIVE);

    var outcome = ((Decided) receive("d-1")).outcome();

    assertEquals(1, outcome.started().size());
  }

  @Test
  void a_redelivery_after_a_crash_does_the_rest() {
    reception.listens("small-prs", WorkflowState.ACTIVE);
    reception.breaks(true);
    assertThrows(IllegalStateException.class, () -> receive("d-1"));
    reception.breaks(false);

    var outcome = ((Decided) receive("d-1")).outcome();

    assertEquals(List.of(), outcome.started());
    assertEquals(1, outcome.known().size());
    assertEquals(List.of("pull_request.opened"), observed());
  }

  private Result receive(String deliveryId) {
    return reception
        .receiveWebhook((event, body, receivedAt) -> reading)
        .receive("pull_request", deliveryId, BODY, NOW);
  }

  private List<String> observed() {
    return reception.observed.stream().map(Event::name).toList();
  }

  private static Event anEvent(Facts facts) {
    var triggers = Set.of(new TriggerType("pr_created"));
    return new Event("pull_request.opened", triggers, aPullRequest(42), facts, NOW);
  }
}
