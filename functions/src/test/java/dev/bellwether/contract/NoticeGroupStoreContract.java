package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.NoticeGroup;
import dev.bellwether.domain.escalation.NoticeGroup.Line;
import dev.bellwether.domain.escalation.NoticeGroup.Teller;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.NoticeGroupStore;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [NoticeGroupStore] promises.
public interface NoticeGroupStoreContract {
  /// The store, empty at the start of each test.
  NoticeGroupStore groups();

  @Test
  default void a_group_is_found_as_it_was_stored_one_revision_on() {
    var lines = List.of(new Line("b", "zweitens"), new Line("a", "erstens"));
    var group =
        new NoticeGroup(
            "g", NOW, List.of("z", "y"), lines, new Teller("b", NOW.plusSeconds(120)), true, 0);
    assertTrue(groups().replace(group));

    assertEquals(Optional.of(group.withRevision(1)), groups().find("g"));
    assertEquals(Optional.empty(), groups().find("h"));
  }

  @Test
  default void a_group_that_changed_in_between_is_not_replaced() {
    var group = NoticeGroup.empty("g", NOW);
    groups().replace(group);

    assertFalse(groups().replace(group));
    assertTrue(groups().replace(group.withRevision(1)));
  }

  @Test
  @Tag("race")
  default void of_racing_changes_one_wins() {
    var results =
        Race.of(
            i ->
                groups()
                    .replace(
                        new NoticeGroup("g", NOW, List.of("k-" + i), List.of(), null, false, 0)));

    assertEquals(1, Collections.frequency(results, true));
  }
}
