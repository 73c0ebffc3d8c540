package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.Pace;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.PaceStore;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [PaceStore] promises.
public interface PaceStoreContract {
  /// The store, empty at the start of each test.
  PaceStore paces();

  @Test
  default void a_pace_is_found_as_it_was_stored_one_revision_on() {
    var turns = Map.of("execution|notify-slack", NOW.plusSeconds(1));
    assertTrue(paces().replace(new Pace("slack", NOW.plusSeconds(2), turns, 0)));

    assertEquals(new Pace("slack", NOW.plusSeconds(2), turns, 1), paces().find("slack"));
    assertEquals(Pace.idle("email"), paces().find("email"));
  }

  @Test
  default void a_pace_that_changed_in_between_is_not_replaced() {
    paces().replace(new Pace("slack", NOW, Map.of(), 0));

    assertFalse(paces().replace(new Pace("slack", NOW.plusSeconds(9), Map.of(), 0)));
    assertTrue(paces().replace(new Pace("slack", NOW.plusSeconds(1), Map.of(), 1)));
  }

  @Test
  @Tag("race")
  default void of_racing_changes_one_wins() {
    var results = Race.of(i -> paces().replace(new Pace("slack", NOW.plusSeconds(i), Map.of(), 0)));

    assertEquals(1, Collections.frequency(results, true));
  }
}
