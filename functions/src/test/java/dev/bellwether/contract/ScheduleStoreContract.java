package dev.bellwether.contract;

import static dev.bellwether.testing.Given.aScheduledWorkflow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.ScheduleStore;
import dev.bellwether.usecase.port.ScheduleStore.Due;
import dev.bellwether.usecase.port.WorkflowStore;
import dev.bellwether.usecase.port.WorkflowStore.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [ScheduleStore] promises over the workflows of a [WorkflowStore], at [Given#NOW].
public interface ScheduleStoreContract {
  Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /// The first multiple of five minutes after the workflows were saved.
  Instant FIRST = Instant.parse("2026-11-25T09:35:00Z");

  /// The store, empty at the start of each test.
  ScheduleStore schedules();

  /// The workflows.
  WorkflowStore workflows();

  @Test
  default void a_workflow_is_due_from_its_first_instant_on() {
    var workflow = stored(aScheduledWorkflow("a", FIVE_MINUTES));
    stored(Given.aWorkflow("not-scheduled"));

    assertEquals(List.of(), schedules().due(FIRST.minusMillis(1), 10));
    assertEquals(List.of(new Due(workflow, FIRST)), schedules().due(FIRST, 10));
    assertEquals(List.of(new Due(workflow, FIRST)), schedules().due(FIRST.plusSeconds(900), 10));
  }

  @Test
  default void an_advanced_workflow_is_due_at_the_next_instant() {
    var workflow = stored(aScheduledWorkflow("a", FIVE_MINUTES));
    var next = FIRST.plus(FIVE_MINUTES);

    assertTrue(schedules().advance(new Due(workflow, FIRST), next));

    assertEquals(List.of(), schedules().due(FIRST, 10));
    assertEquals(List.of(new Due(workflow, next)), schedules().due(next, 10));
  }

  @Test
  @Tag("race")
  default void of_racing_checkers_one_advances() {
    var due = new Due(stored(aScheduledWorkflow("a", FIVE_MINUTES)), FIRST);

    var results = Race.of(i -> schedules().advance(due, FIRST.plus(FIVE_MINUTES)));

    assertEquals(1, Collections.frequency(results, true));
  }

  @Test
  default void a_version_saved_in_between_is_not_moved() {
    var first = stored(aScheduledWorkflow("a", FIVE_MINUTES));
    var second = stored(first);

    assertFalse(schedules().advance(new Due(first, FIRST), FIRST.plus(FIVE_MINUTES)));

    assertEquals(List.of(new Due(second, FIRST)), schedules().due(FIRST, 10));
  }

  @Test
  default void a_shadow_is_due_but_not_what_is_paused_or_deleted() {
    var shadow = stored(aScheduledWorkflow("a", FIVE_MINUTES).withState(WorkflowState.SHADOW));
    var active = stored(aScheduledWorkflow("b", FIVE_MINUTES));
    var deleted = stored(aScheduledWorkflow("c", FIVE_MINUTES));

    stored(active.withState(WorkflowState.PAUSED));
    workflows().delete(deleted.id());

    assertEquals(List.of(new Due(shadow, FIRST)), schedules().due(FIRST, 10));
    assertFalse(schedules().advance(new Due(deleted, FIRST), FIRST.plus(FIVE_MINUTES)));
  }

  @Test
  default void the_earliest_comes_first() {
    var hourly = stored(aScheduledWorkflow("a", Duration.ofHours(1)));
    var often = stored(aScheduledWorkflow("b", FIVE_MINUTES));
    var later = FIRST.plus(Duration.ofHours(1));

    var due = schedules().due(later, 10).stream().map(Due::workflow).toList();

    assertEquals(List.of(often, hourly), due);
    assertEquals(List.of(new Due(often, FIRST)), schedules().due(later, 1));
  }

  private Workflow stored(Workflow workflow) {
    return assertInstanceOf(Saved.Stored.class, workflows().save(workflow)).workflow();
  }
}
