package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.anExecution;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.Approvals;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Claim;
import dev.bellwether.usecase.port.ExecutionStore.Creation;
import dev.bellwether.usecase.port.ExecutionStore.Recorded;
import dev.bellwether.usecase.port.FinishedExecutions;
import dev.bellwether.usecase.port.Firings;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an [ExecutionStore] promises, and the [ExecutionReader] over the same executions.
public interface ExecutionStoreContract extends ExecutionListContract {
  Instant LEASE_END = NOW.plusSeconds(45);

  Ending DONE = new Ending(ExecutionState.SUCCEEDED, "done");
  Ending FAILED = new Ending(ExecutionState.FAILED, "it failed");

  /// The same executions, once they have ended.
  FinishedExecutions finished();

  /// Counts the same executions.
  Firings firings();

  /// Finds among the same executions.
  Approvals approvals();

  @Test
  default void an_execution_is_found_as_it_was_created() {
    var execution = anExecution("d-1", NOW);

    assertEquals(Creation.CREATED, executions().create(execution));

    assertEquals(Optional.of(execution), reader().find(execution.id()));
    assertEquals(Optional.empty(), reader().find(new ExecutionId("unknown")));
  }

  @Test
  default void a_second_creation_changes_nothing() {
    var first = anExecution("d-1", NOW);
    var again = anExecution("d-1", NOW.plusSeconds(9));
    executions().create(first);

    assertEquals(Creation.ALREADY_EXISTS, executions().create(again));

    assertEquals(Optional.of(first), reader().find(first.id()));
  }

  @Test
  @Tag("race")
  default void of_racing_creations_one_wins() {
    var results = Race.of(i -> executions().create(anExecution("d-1", NOW)));

    assertEquals(1, Collections.frequency(results, Creation.CREATED));
  }

  @Test
  @Tag("race")
  default void of_racing_claims_one_wins_and_the_others_learn_until_when() {
    var execution = anExecution("d-1", NOW);
    executions().create(execution);

    var results = Race.of(i -> executions().claim(execution.id(), "w-" + i, NOW, LEASE_END));

    var won = results.stream().filter(Claim.Claimed.class::isInstance).toList();
    assertEquals(List.of(new Claim.Claimed(execution.running())), won);
    results.stream()
        .filter(r -> !(r instanceof Claim.Claimed))
        .map(r -> assertInstanceOf(Claim.Held.class, r))
        .forEach(held -> assertEquals(ms(LEASE_END), ms(held.until())));
  }

  @Test
  default void a_second_claim_by_the_same_worker_is_another_workers() {
    var id = created("d-1").id();
    executions().claim(id, "w-1", NOW, LEASE_END);

    assertInstanceOf(Claim.Held.class, executions().claim(id, "w-1", NOW, LEASE_END));
  }

  @Test
  default void what_does_not_exist_cannot_be_claimed_or_recorded() {
    var unknown = anExecution("d-1", NOW);

    assertEquals(new Claim.Gone(), executions().claim(unknown.id(), "w-1", NOW, LEASE_END));
    assertEquals(new Recorded.Lost(), executions().record(unknown, "w-1", LEASE_END));
    assertEquals(Optional.empty(), reader().find(unknown.id()));
  }

  @Test
  default void a_claim_is_taken_over_when_its_time_is_over_and_not_before() {
    var execution = created("d-1");
    var id = execution.id();
    executions().claim(id, "w-1", NOW, LEASE_END);

    var early = executions().claim(id, "w-2", LEASE_END.minusMillis(1), LEASE_END.plusSeconds(9));
    var intime = executions().claim(id, "w-2", LEASE_END, LEASE_END.plusSeconds(9));

    assertInstanceOf(Claim.Held.class, early);
    assertEquals(new Claim.Claimed(execution.running()), intime);
  }

  @Test
  default void a_worker_that_lost_its_claim_stores_nothing() {
    var id = created("d-1").id();
    var lost = claimed(id, "w-1", NOW);
    var taken = claimed(id, "w-2", LEASE_END);

    var ended = lost.endedAt(LEASE_END, FAILED);
    assertEquals(new Recorded.Lost(), executions().record(ended, "w-1", NOW));

    assertEquals(Optional.of(taken), reader().find(id));
  }

  @Test
  default void a_waiting_execution_is_free_to_claim_with_what_was_recorded() {
    var id = created("d-1").id();
    var waiting =
        claimed(id, "w-1", NOW)
            .withStep(0, s -> s.startedAt(NOW, Map.of("reviewer", "lead")))
            .withStep(0, s -> s.failing(NOW, Failure.Transient.of("busy"), Map.of("asked", true)))
            .withStep(0, s -> s.retriedAt(NOW.plusSeconds(4)))
            .waitingUntil(NOW.plusSeconds(4));

    assertEquals(new Recorded.Stored(), executions().record(waiting, "w-1", NOW));

    assertEquals(Optional.of(waiting), reader().find(id));
    assertEquals(
        new Claim.Claimed(waiting.running()),
        executions().claim(id, "w-2", NOW.plusSeconds(4), LEASE_END));
  }

  @Test
  default void a_running_execution_keeps_its_claim_and_renews_it() {
    var id = created("d-1").id();
    var begun =
        claimed(id, "w-1", NOW).withStep(0, s -> s.startedAt(NOW, Map.of("reviewer", "lead")));
    var renewed = LEASE_END.plusSeconds(30);

    assertEquals(new Recorded.Stored(), executions().record(begun, "w-1", renewed));

    var held = executions().claim(id, "w-2", LEASE_END, renewed.plusSeconds(9));
    assertEquals(ms(renewed), ms(assertInstanceOf(Claim.Held.class, held).until()));
    var takenOver = claimed(id, "w-2", renewed);
    assertEquals(StepState.RUNNING, takenOver.steps().getFirst().state());
    assertTrue(takenOver.steps().getFirst().mayHaveHappened());
  }

  @Test
  default void an_ended_execution_is_not_claimed_again() {
    var id = created("d-1").id();
    var ended = claimed(id, "w-1", NOW).endedAt(NOW, DONE);

    assertEquals(new Recorded.Stored(), executions().record(ended, "w-1", NOW));

    assertEquals(new Claim.Ended(ended), executions().claim(id, "w-2", LEASE_END, LEASE_END));
    assertEquals(new Recorded.Lost(), executions().record(ended, "w-1", NOW));
  }

  @Test
  default void what_it_is_told_is_heard_with_the_next_claim() {
    var id = created("d-1").id();
    var first = Signal.cancel("octocat", NOW, "a mistake");
    var second = new Signal(Signal.Kind.APPROVE, "step-1", "lead", NOW.plusSeconds(1), "");

    assertTrue(executions().signal(id, first));
    assertTrue(executions().signal(id, second));

    assertEquals(List.of(first, second), executions().signals(id));
    assertEquals(List.of(first, second), claimed(id, "w-1", NOW).progress().signals());
  }

  @Test
  default void nothing_is_recorded_over_what_it_has_not_heard_until_it_has() {
    var id = created("d-1").id();
    var running = claimed(id, "w-1", NOW);
    var said = Signal.cancel("octocat", NOW, "");
    executions().signal(id, said);

    assertEquals(new Recorded.Told(List.of(said)), executions().record(running, "w-1", LEASE_END));

    var heard = running.hearing(List.of(said));
    assertEquals(new Recorded.Stored(), executions().record(heard, "w-1", LEASE_END));
    assertEquals(Optional.of(heard), reader().find(id));
    assertEquals(List.of(said), executions().signals(id));
  }

  @Test
  default void an_end_is_recorded_whatever_it_was_told_and_then_nobody_hears() {
    var id = created("d-1").id();
    var running = claimed(id, "w-1", NOW);
    var said = Signal.cancel("octocat", NOW, "");
    executions().signal(id, said);

    assertEquals(
        new Recorded.Stored(), executions().record(running.endedAt(NOW, DONE), "w-1", NOW));

    assertFalse(executions().signal(id, said));
    assertFalse(executions().signal(new ExecutionId("unknown"), said));
    assertEquals(List.of(), executions().signals(new ExecutionId("unknown")));
  }

  @Test
  default void overdue_is_what_lost_its_message_the_longest_waiting_first() {
    var second = created("d-2", NOW.minusSeconds(300));
    var first = created("d-1", NOW.minusSeconds(600));
    created("d-3", NOW);

    assertEquals(List.of(first, second), reader().overdue(NOW.minusSeconds(120), 10));
    assertEquals(List.of(first), reader().overdue(NOW.minusSeconds(120), 1));
  }

  @Test
  default void what_a_worker_holds_is_overdue_only_when_its_claim_is_over() {
    var id = created("d-1", NOW.minusSeconds(600)).id();
    var held = claimed(id, "w-1", NOW);

    assertEquals(List.of(), reader().overdue(LEASE_END.minusSeconds(1), 10));
    assertEquals(List.of(held), reader().overdue(LEASE_END.plusSeconds(1), 10));
  }

  @Test
  default void what_waits_is_overdue_after_its_time_and_what_has_ended_never() {
    var waiting = claimed(created("d-1").id(), "w-1", NOW).waitingUntil(NOW.plusSeconds(60));
    var ended = claimed(created("d-2").id(), "w-1", NOW).endedAt(NOW, FAILED);
    executions().record(waiting, "w-1", NOW);
    executions().record(ended, "w-1", NOW);

    assertEquals(List.of(), reader().overdue(NOW.plusSeconds(59), 10));
    assertEquals(List.of(waiting), reader().overdue(NOW.plusSeconds(61), 10));
  }

  @Test
  default void what_has_ended_is_found_until_it_is_written_down_the_first_to_end_first() {
    var later = claimed(created("d-1").id(), "w-1", NOW).endedAt(NOW.plusSeconds(9), FAILED);
    var sooner = claimed(created("d-2").id(), "w-1", NOW).endedAt(NOW, FAILED);
    created("d-3");
    executions().record(later, "w-1", NOW);
    executions().record(sooner, "w-1", NOW);

    assertEquals(List.of(sooner), finished().notAudited(NOW.plusSeconds(8), 10));
    assertEquals(List.of(sooner, later), finished().notAudited(NOW.plusSeconds(9), 10));
    assertEquals(List.of(sooner), finished().notAudited(NOW.plusSeconds(9), 1));

    finished().audited(sooner.id());
    finished().audited(sooner.id());
    assertEquals(List.of(later), finished().notAudited(NOW.plusSeconds(9), 10));
    assertEquals(Optional.of(sooner), reader().find(sooner.id()));
  }

  @Test
  default void firings_are_those_of_one_workflow_for_one_subject_since_an_instant() {
    var other = Given.aWorkflow("other").withVersion(1);
    executions().create(Given.anExecutionOf(other, "d-1", NOW));
    var old = created("d-2", NOW.minusSeconds(61));
    created("d-3", NOW.minusSeconds(60));
    created("d-4", NOW);
    var since = NOW.minusSeconds(60);
    var elsewhere = Given.aPullRequest(43);

    assertEquals(2, firings().countSince(since, old.workflow().id(), old.subject(), 9));
    assertEquals(1, firings().countSince(since, old.workflow().id(), old.subject(), 1));
    assertEquals(0, firings().countSince(since, old.workflow().id(), elsewhere, 9));
  }

  @Test
  default void what_waits_for_an_approval_is_found_by_its_subject_until_it_goes_on() {
    var waiting =
        Given.anExecutionOf(Given.aWorkflowOf(Execution.APPROVAL).withVersion(1), "d-1", NOW);
    executions().create(waiting);
    created("d-2");
    var asked =
        claimed(waiting.id(), "w-1", NOW)
            .withStep(0, s -> s.startedAt(NOW, Map.of()))
            .withStep(0, s -> s.pendingUntil(NOW.plusSeconds(60), "an approval", Map.of()))
            .waitingUntil(NOW.plusSeconds(60));
    executions().record(asked, "w-1", NOW);

    assertEquals(List.of(asked), approvals().awaitedOn(waiting.subject()));

    var again = claimed(waiting.id(), "w-2", NOW.plusSeconds(60));
    executions().record(again.endedAt(NOW, DONE), "w-2", NOW);
    assertEquals(List.of(), approvals().awaitedOn(waiting.subject()));
  }

  private Execution created(String delivery) {
    return created(delivery, NOW);
  }

  private Execution created(String delivery, Instant at) {
    var execution = anExecution(delivery, at);
    executions().create(execution);
    return execution;
  }

  private Execution claimed(ExecutionId id, String worker, Instant now) {
    var claim = executions().claim(id, worker, now, now.plusSeconds(45));
    return assertInstanceOf(Claim.Claimed.class, claim).execution();
  }

  private static Instant ms(Instant instant) {
    return instant.truncatedTo(MILLIS);
  }
}
