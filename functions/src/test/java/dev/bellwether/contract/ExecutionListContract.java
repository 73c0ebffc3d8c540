package dev.bellwether.contract;

import static dev.bellwether.contract.Parts.lastDays;
import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.anExecution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionReader.Which;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What an [ExecutionReader] promises about lists.
public interface ExecutionListContract {
  /// The store, empty at the start of each test.
  ExecutionStore executions();

  /// The reader of the same executions.
  ExecutionReader reader();

  @Test
  default void the_newest_come_first_across_days() {
    var yesterday = created("d-1", NOW.minusSeconds(86_400));
    var morning = created("d-2", NOW.minusSeconds(60));
    var latest = created("d-3", NOW);

    assertEquals(List.of(latest, morning, yesterday), reader().newest(NOW, 10));
    assertEquals(List.of(latest, morning), reader().newest(NOW, 2));
  }

  @Test
  default void the_newest_of_one_workflow_leave_out_the_others() {
    var other = Given.aWorkflow("other").withVersion(1);
    executions().create(Given.anExecutionOf(other, "d-1", NOW));
    var older = created("d-2", NOW.minusSeconds(60));
    var newer = created("d-3", NOW);
    var which = new Which.Of(newer.workflow().id());

    assertEquals(List.of(newer, older), reader().list(which, Part.newestEver(10)).items());
    assertEquals(List.of(newer), reader().list(which, Part.newestEver(1)).items());
  }

  @Test
  default void every_list_is_read_part_by_part_without_a_gap_and_nothing_twice() {
    var all = new ArrayList<Execution>();
    for (int n = 0; n < 23; n++) {
      all.add(created("d-" + n, NOW.minus(Duration.ofHours(10L * (n / 3)))));
    }
    var one = all.getFirst();
    var lists =
        List.of(
            new Which.Any(),
            new Which.Of(one.workflow().id()),
            new Which.About(one.subject()),
            new Which.In(one.subject().repository()));

    for (var which : lists) {
      var parts = Parts.all(lastDays(NOW, 9, 4), part -> reader().list(which, part));
      var listed = parts.stream().flatMap(List::stream).toList();

      assertEquals(Set.copyOf(all), Set.copyOf(listed), which::toString);
      assertEquals(23, listed.size(), which::toString);
      assertEquals(
          listed.stream().sorted(Comparator.comparing(Execution::createdAt).reversed()).toList(),
          listed,
          which::toString);
      assertEquals(4, parts.getFirst().size(), which::toString);
    }
  }

  @Test
  default void a_part_goes_on_where_the_one_before_ended_whatever_was_added_meanwhile() {
    created("d-1", NOW.minusSeconds(30));
    var second = created("d-2", NOW.minusSeconds(60));
    var first = lastDays(NOW, 7, 1);
    var next = reader().list(new Which.Any(), first).next().orElseThrow();
    created("d-3", NOW);

    assertEquals(List.of(second), reader().list(new Which.Any(), first.goingOn(next)).items());
  }

  @Test
  default void a_list_begins_and_ends_at_the_instants_asked_for() {
    created("d-1", NOW);
    var second = created("d-2", NOW.minusSeconds(60));
    created("d-3", NOW.minusSeconds(120));
    var part = new Part(NOW.minusSeconds(119), NOW, Optional.empty(), 9);

    for (var which : List.of(new Which.Any(), new Which.About(second.subject()))) {
      assertEquals(new Slice<>(List.of(second), Optional.empty()), reader().list(which, part));
    }
  }

  @Test
  default void a_place_that_no_list_has_is_refused() {
    for (var nowhere : List.of("nonsense", "2026-00-00T00:00:00.000Z", "")) {
      var part = lastDays(NOW, 7, 1).goingOn(nowhere);

      assertThrows(Part.Misplaced.class, () -> reader().list(new Which.Any(), part), () -> nowhere);
    }
  }

  @Test
  default void what_waits_or_failed_is_listed_by_its_state_while_it_is_in_it() {
    var execution = created("d-1", NOW);
    created("d-2", NOW);
    executions().claim(execution.id(), "w-1", NOW, NOW.plusSeconds(60));
    var failed = execution.running().endedAt(NOW, new Ending(ExecutionState.FAILED, "it failed"));
    executions().record(failed, "w-1", NOW);

    assertEquals(List.of(failed.id()), idsOf(ExecutionState.FAILED));
    assertEquals(List.of(), idsOf(ExecutionState.WAITING));
  }

  private List<ExecutionId> idsOf(ExecutionState state) {
    return reader().list(new Which.That(state), Part.newestEver(9)).items().stream()
        .map(Execution::id)
        .toList();
  }

  private Execution created(String delivery, Instant at) {
    var execution = anExecution(delivery, at);
    executions().create(execution);
    return execution;
  }
}
