package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aClock;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.ClockStore.Creation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [ClockStore] promises, and the [ClockReader] over the same clocks.
public interface ClockStoreContract {
  /// The store, empty at the start of each test.
  ClockStore clocks();

  /// The reader of the same clocks.
  ClockReader reader();

  @Test
  default void a_clock_is_created_as_revision_1_and_found() {
    var clock = aClock(7001, NOW);

    assertEquals(new Creation.Created(clock.withRevision(1)), clocks().create(clock));

    assertEquals(Optional.of(clock.withRevision(1)), clocks().find(clock.id()));
    assertEquals(Optional.empty(), clocks().find(aClock(7002, NOW).id()));
  }

  @Test
  default void a_second_creation_gets_the_clock_that_is_there() {
    var first = created(aClock(7001, NOW));

    var again = clocks().create(aClock(7001, NOW.plusSeconds(5)));

    assertEquals(new Creation.Exists(first), again);
    assertEquals(Optional.of(first), clocks().find(first.id()));
  }

  @Test
  @Tag("race")
  default void of_racing_creations_one_wins() {
    var results = Race.of(i -> clocks().create(aClock(7001, NOW.plusSeconds(i))));

    assertEquals(1, results.stream().filter(Creation.Created.class::isInstance).count());
  }

  @Test
  default void a_clock_is_replaced_by_what_was_made_from_its_newest_revision() {
    var first = created(aClock(7001, NOW));
    var reached = first.reached(Level.WARNING);

    assertTrue(clocks().replace(reached));
    assertFalse(clocks().replace(first.armedFor(Level.CRITICAL)));

    assertEquals(Optional.of(reached.withRevision(2)), clocks().find(first.id()));
    assertFalse(clocks().replace(aClock(7002, NOW)));
  }

  @Test
  @Tag("race")
  default void of_racing_replacements_one_wins() {
    var first = created(aClock(7001, NOW));

    var results = Race.of(i -> clocks().replace(first.reached(Level.WARNING)));

    assertEquals(1, Collections.frequency(results, true));
  }

  @Test
  default void due_is_whose_next_level_has_come_the_earliest_first() {
    var second = created(aClock(7002, NOW.minusSeconds(600)));
    var first = created(aClock(7001, NOW.minusSeconds(700)));
    created(aClock(7003, NOW));

    assertEquals(List.of(first, second), clocks().due(NOW, 10));
    assertEquals(List.of(first), clocks().due(NOW, 1));
    assertEquals(List.of(first), clocks().due(NOW.minusMillis(1), 10));
  }

  @Test
  default void a_clock_is_due_again_at_its_next_level_and_never_after_the_last() {
    var start = NOW.minusSeconds(600);
    var warned = replaced(created(aClock(7001, start)).reached(Level.WARNING));

    assertEquals(List.of(), clocks().due(NOW, 10));
    assertEquals(List.of(warned), clocks().due(NOW.plusSeconds(300), 10));

    replaced(warned.reached(Level.CRITICAL));
    assertEquals(List.of(), clocks().due(NOW.plusSeconds(9_999), 10));
  }

  @Test
  default void a_stopped_clock_is_not_due() {
    replaced(marked(created(aClock(7001, NOW.minusSeconds(700))), Mark.Kind.STOP, NOW));

    assertEquals(List.of(), clocks().due(NOW, 10));
  }

  @Test
  default void open_lists_a_kind_of_subject_until_it_is_closed_the_oldest_first() {
    var younger = created(aClock(7002, NOW.minusSeconds(60)));
    var older = created(aClock(7001, NOW.minusSeconds(90)));
    var stopped = replaced(marked(younger, Mark.Kind.STOP, NOW));

    assertEquals(List.of(older, stopped), reader().open(SubjectKind.BUILD, 10));
    assertEquals(List.of(older), reader().open(SubjectKind.BUILD, 1));
    assertEquals(List.of(), reader().open(SubjectKind.PR, 10));

    replaced(marked(older, Mark.Kind.CLOSE, NOW));
    assertEquals(List.of(stopped), reader().open(SubjectKind.BUILD, 10));
  }

  @Test
  default void open_clocks_of_all_kinds_are_read_part_by_part_the_oldest_first() {
    for (int n = 0; n < 9; n++) {
      created(aClock(7000 + n, NOW.minusSeconds(60L * (9 - n / 2))));
    }
    var kinds = List.of(SubjectKind.PR, SubjectKind.BUILD);
    var listed = new ArrayList<Clock>();
    for (var next = Optional.of(""); next.isPresent(); ) {
      var slice = reader().open(kinds, next.get(), 2);
      listed.addAll(slice.items());
      next = slice.next();
    }

    assertEquals(9, Set.copyOf(listed).size());
    assertEquals(9, listed.size());
    assertEquals(listed, reader().open(kinds, "", 9).items());
  }

  private Clock created(Clock clock) {
    return assertInstanceOf(Creation.Created.class, clocks().create(clock)).clock();
  }

  private Clock replaced(Clock clock) {
    assertTrue(clocks().replace(clock));
    return clock.withRevision(clock.revision() + 1);
  }

  private static Clock marked(Clock clock, Mark.Kind kind, Instant at) {
    return clock.merge(List.of(new Mark(kind, at)), Facts.none(), Instant.EPOCH);
  }
}
