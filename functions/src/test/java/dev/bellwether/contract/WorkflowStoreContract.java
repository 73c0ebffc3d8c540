package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aWorkflow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Race;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.port.WorkflowCatalog;
import dev.bellwether.usecase.port.WorkflowStore;
import dev.bellwether.usecase.port.WorkflowStore.Saved;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [WorkflowStore] promises, and the [WorkflowCatalog] over the same workflows.
public interface WorkflowStoreContract {
  TriggerType PR_CREATED = new TriggerType("pr_created");

  /// From when on a catalog knows of what was saved now.
  Instant LATER = NOW.plusSeconds(10);

  /// The store, empty at the start of each test.
  WorkflowStore workflows();

  /// Every version of the same workflows.
  WorkflowVersions versions();

  /// The time that they are saved at, [Given#NOW] at the start.
  SettableTime time();

  /// The catalog of the same workflows.
  WorkflowCatalog catalog();

  @Test
  default void versions_count_from_1_and_the_newest_is_found() {
    var first = stored(aWorkflow("a"));
    var second = stored(first);

    assertEquals(aWorkflow("a").withVersion(1), first);
    assertEquals(2, second.version());
    assertEquals(Optional.of(second), workflows().find(second.id()));
    assertEquals(Optional.empty(), workflows().find(new WorkflowId("b")));
  }

  @Test
  default void they_are_listed_part_by_part_by_id_without_the_deleted_ones() {
    for (int n = 10; n < 33; n++) {
      stored(aWorkflow("w" + n));
    }
    workflows().delete(new WorkflowId("w17"));
    var listed = new ArrayList<String>();
    for (var next = Optional.of(""); next.isPresent(); ) {
      var slice = workflows().list(next.get(), 5);
      slice.items().forEach(workflow -> listed.add(workflow.id().value()));
      next = slice.next();
    }

    assertEquals(
        IntStream.range(10, 33).filter(n -> n != 17).mapToObj(n -> "w" + n).toList(), listed);
  }

  @Test
  default void every_version_is_kept_as_it_was_also_of_a_deleted_workflow() {
    var first = stored(aWorkflow("a"));
    var second = stored(first.withState(WorkflowState.SHADOW));
    var third = stored(second);
    workflows().delete(first.id());

    assertEquals(List.of(third, second), versions().newest(first.id(), 2));
    assertEquals(List.of(third, second, first), versions().newest(first.id(), 50));
    assertEquals(Optional.of(second), versions().find(first.id(), 2));
    assertEquals(Optional.empty(), versions().find(first.id(), 4));
    assertEquals(List.of(), versions().newest(new WorkflowId("b"), 50));
  }

  @Test
  default void the_version_of_an_instant_is_the_newest_saved_by_then() {
    var first = stored(aWorkflow("a"));
    time().set(NOW.plusSeconds(60));
    var second = stored(first);
    workflows().delete(first.id());

    assertEquals(Optional.empty(), versions().at(first.id(), NOW.minusSeconds(1)));
    assertEquals(Optional.of(first), versions().at(first.id(), NOW));
    assertEquals(Optional.of(first), versions().at(first.id(), NOW.plusSeconds(59)));
    assertEquals(Optional.of(second), versions().at(first.id(), NOW.plusSeconds(60)));
    assertEquals(Optional.empty(), versions().at(new WorkflowId("b"), NOW));
  }

  @Test
  default void a_taken_id_is_a_conflict_that_names_the_newest_version() {
    var second = stored(stored(aWorkflow("a")));

    assertEquals(new Saved.Conflict(2), workflows().save(aWorkflow("a")));
    assertEquals(Optional.of(second), workflows().find(second.id()));
  }

  @Test
  default void a_save_over_a_version_not_seen_is_a_conflict() {
    var first = stored(aWorkflow("a"));
    var second = stored(first);

    assertEquals(new Saved.Conflict(2), workflows().save(first.withState(WorkflowState.PAUSED)));
    assertEquals(new Saved.Conflict(0), workflows().save(aWorkflow("b").withVersion(1)));
    assertEquals(List.of(second), workflows().all());
  }

  @Test
  @Tag("race")
  default void of_racing_saves_of_one_workflow_one_wins() {
    var first = stored(aWorkflow("a"));

    var results = Race.of(i -> workflows().save(first));

    assertEquals(1, results.stream().filter(Saved.Stored.class::isInstance).count());
    assertEquals(Optional.of(2), workflows().find(first.id()).map(Workflow::version));
  }

  @Test
  @Tag("race")
  default void racing_saves_of_different_workflows_all_win() {
    var results = Race.of(i -> workflows().save(aWorkflow("a-" + i)));

    results.forEach(result -> assertInstanceOf(Saved.Stored.class, result));
    assertEquals(results.size(), workflows().all().size());
  }

  @Test
  default void all_are_listed_by_name_each_once() {
    var c = stored(aWorkflow("c"));
    var a = stored(stored(aWorkflow("a")));
    var b = stored(aWorkflow("b"));

    assertEquals(List.of(a, b, c), workflows().all());
  }

  @Test
  default void a_deleted_workflow_is_gone() {
    var id = stored(aWorkflow("a")).id();

    assertTrue(workflows().delete(id));

    assertEquals(Optional.empty(), workflows().find(id));
    assertEquals(List.of(), workflows().all());
    assertEquals(List.of(), catalog().listeningTo(List.of(PR_CREATED), LATER));
    assertFalse(workflows().delete(id));
    assertFalse(workflows().delete(new WorkflowId("b")));
  }

  @Test
  default void a_new_workflow_under_a_deleted_ones_id_counts_on() {
    var second = stored(stored(aWorkflow("a")));
    workflows().delete(second.id());

    assertEquals(new Saved.Conflict(0), workflows().save(second));
    assertEquals(3, stored(aWorkflow("a")).version());
  }

  @Test
  default void a_catalog_lists_who_listens_each_once_by_id() {
    var both = stored(aWorkflow("b"));
    var scheduled = stored(Given.aScheduledWorkflow("a", Duration.ofMinutes(5)));
    var shadow = stored(aWorkflow("c").withState(WorkflowState.SHADOW));
    stored(aWorkflow("d").withState(WorkflowState.PAUSED));

    assertEquals(List.of(both, shadow), catalog().listeningTo(List.of(PR_CREATED), NOW));
    assertEquals(
        List.of(scheduled, both, shadow),
        catalog().listeningTo(List.of(PR_CREATED, TriggerType.SCHEDULE, PR_CREATED), NOW));
    assertEquals(List.of(), catalog().listeningTo(List.of(new TriggerType("pr_merged")), NOW));
  }

  @Test
  default void a_catalog_knows_of_a_save_ten_seconds_later_at_the_latest() {
    var first = stored(aWorkflow("a"));
    catalog().listeningTo(List.of(PR_CREATED), NOW);

    var second = stored(first);

    assertEquals(List.of(second), catalog().listeningTo(List.of(PR_CREATED), LATER));
  }

  private Workflow stored(Workflow workflow) {
    return assertInstanceOf(Saved.Stored.class, workflows().save(workflow)).workflow();
  }
}
