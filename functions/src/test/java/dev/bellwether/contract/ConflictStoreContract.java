package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.Conflict.Side;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.ConflictStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of conflicts does.
public interface ConflictStoreContract {
  /// A store with nothing in it.
  ConflictStore conflicts();

  @Test
  default void a_conflict_is_new_once_and_dropped_for_good() {
    var first = conflict("a", "b", "x.txt");
    var wider = conflict("a", "b", "x.txt", "y.txt");

    assertTrue(conflicts().save(first));
    assertFalse(conflicts().save(wider));
    assertTrue(conflicts().save(conflict("a", "c", "x.txt")));

    assertEquals(List.of(wider, conflict("a", "c", "x.txt")), conflicts().of("octo/hello"));
    assertEquals(List.of(), conflicts().of("octo/other"));
    conflicts().drop(first);
    conflicts().drop(first);
    assertEquals(List.of(conflict("a", "c", "x.txt")), conflicts().of("octo/hello"));
    assertTrue(conflicts().save(first));
  }

  @Test
  @Tag("race")
  default void of_many_that_find_one_at_once_it_is_new_to_one() {
    var found = Race.of(i -> conflicts().save(conflict("a", "b", "x.txt")));

    assertEquals(1, found.stream().filter(isNew -> isNew).count());
  }

  private static Conflict conflict(String one, String other, String... files) {
    return new Conflict(
        "octo/hello", new Side(one, "ada"), new Side(other, "bob"), Set.of(files), NOW);
  }
}
