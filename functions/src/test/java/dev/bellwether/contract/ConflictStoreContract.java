package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.Conflict.Side;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.ConflictStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of conflicts does.
public interface ConflictStoreContract {
  /// A store with nothing in it.
  ConflictStore conflicts();

  @Test
  default void a_conflict_found_again_stays_as_old_and_as_told_as_it_was() {
    var first = conflict("a", "b", NOW, "x.txt");
    var wider = conflict("a", "b", NOW.plusSeconds(9), "x.txt", "y.txt");

    assertEquals(first, conflicts().save(first));
    assertEquals(NOW, conflicts().save(wider).since());
    conflicts().save(first.told(NOW.plusSeconds(5)));
    assertEquals(NOW.plusSeconds(5), conflicts().save(wider).toldAt());

    var stored = conflicts().of("octo/hello");
    assertEquals(List.of(wider.after(first).told(NOW.plusSeconds(5))), stored);
  }

  @Test
  default void a_dropped_conflict_is_forgotten() {
    var one = conflict("a", "b", NOW, "x.txt");
    var other = conflict("a", "c", NOW, "x.txt");
    conflicts().save(one);
    conflicts().save(other);

    conflicts().drop(one);
    conflicts().drop(one);

    assertEquals(List.of(other), conflicts().of("octo/hello"));
    assertEquals(List.of(), conflicts().of("octo/other"));
  }

  @Test
  @Tag("race")
  default void found_by_many_at_once_it_began_when_the_first_found_it() {
    var found =
        Race.of(i -> conflicts().save(conflict("a", "b", NOW.plusSeconds(i), "x.txt")).since());

    assertEquals(1, Set.copyOf(found).size());
  }

  private static Conflict conflict(String one, String other, Instant since, String... files) {
    return new Conflict(
        "octo/hello", new Side(one, "ada"), new Side(other, "bob"), Set.of(files), since, null);
  }
}
