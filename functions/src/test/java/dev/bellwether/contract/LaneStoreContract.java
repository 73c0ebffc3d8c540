package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.anExecution;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.execution.Lane;
import dev.bellwether.domain.execution.Lane.Ticket;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.Cooldowns;
import dev.bellwether.usecase.port.LaneStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is promised by the stores that an execution is let in by: a [LaneStore], and [Cooldowns].
public interface LaneStoreContract {
  Instant LATER = Instant.parse("2026-11-25T11:00:00Z");

  /// The store, empty at the start of each test.
  LaneStore lanes();

  /// The store, empty at the start of each test.
  Cooldowns cooldowns();

  @Test
  default void a_lane_is_found_as_it_was_stored_one_revision_on() {
    var lane = lane(0, "d-1", "d-2");

    assertEquals(Lane.empty("deploy#octo/hello"), lanes().find("deploy#octo/hello"));
    assertTrue(lanes().replace(lane));

    assertEquals(lane(1, "d-1", "d-2"), lanes().find("deploy#octo/hello"));
  }

  @Test
  default void a_lane_that_changed_in_between_is_not_replaced() {
    lanes().replace(lane(0, "d-1"));

    assertFalse(lanes().replace(lane(0, "d-2")));
    assertTrue(lanes().replace(lane(1)));
    assertFalse(lanes().replace(lane(1, "d-2")));

    assertEquals(lane(2), lanes().find("deploy#octo/hello"));
  }

  @Test
  @Tag("race")
  default void of_racing_changes_of_a_lane_one_wins() {
    var results = Race.of(i -> lanes().replace(lane(0, "d-" + i)));

    assertEquals(1, Collections.frequency(results, true));
  }

  @Test
  default void a_cooldown_lets_nobody_in_before_its_time_but_who_began_it() {
    var first = anExecution("d-1", NOW);
    var second = anExecution("d-2", NOW);

    assertTrue(cooldowns().begin(first, NOW, LATER));
    assertFalse(cooldowns().begin(second, NOW, LATER));
    assertTrue(cooldowns().begin(first, NOW, LATER));
    assertFalse(cooldowns().begin(second, LATER.minusMillis(1), LATER.plusSeconds(9)));
    assertTrue(cooldowns().begin(second, LATER, LATER.plusSeconds(9)));
  }

  private static Lane lane(long revision, String... deliveries) {
    var tickets = List.of(deliveries).stream().map(d -> Ticket.of(anExecution(d, NOW))).toList();
    return new Lane("deploy#octo/hello", tickets, revision);
  }
}
