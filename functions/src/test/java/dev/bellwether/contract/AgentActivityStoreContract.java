package dev.bellwether.contract;

import static dev.bellwether.contract.Parts.lastDays;
import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.anActivity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.AgentActivityStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an [AgentActivityStore] promises.
public interface AgentActivityStoreContract {
  /// The store, empty at the start of each test.
  AgentActivityStore activities();

  @Test
  default void the_same_report_again_changes_nothing_whenever_it_comes() {
    var first = anActivity("a-1", "ada", NOW);

    activities().record(first);
    activities().record(first);
    activities().record(anActivity("a-1", "ada", NOW.plusSeconds(30)));

    assertEquals(List.of(first), activities().newest(NOW, 10));
    assertEquals(List.of(first), activities().newestOf("ada", 10));
  }

  @Test
  @Tag("race")
  default void a_report_sent_many_times_at_once_is_one() {
    Race.of(
        i -> {
          activities().record(anActivity("a-1", "ada", NOW.plusMillis(i)));
          return i;
        });

    assertEquals(1, activities().newestOf("ada", 100).size());
  }

  @Test
  default void the_newest_of_all_agents_come_first_across_days() {
    var yesterday = anActivity("a-1", "ada", NOW.minusSeconds(86_400));
    var latest = anActivity("a-1", "bob", NOW);
    var morning = anActivity("a-2", "ada", NOW.minusSeconds(60));
    List.of(yesterday, latest, morning).forEach(activities()::record);

    assertEquals(List.of(latest, morning, yesterday), activities().newest(NOW, 10));
    assertEquals(List.of(latest, morning), activities().newest(NOW, 2));
    assertEquals(List.of(morning, yesterday), activities().newestOf("ada", 10));
    assertEquals(List.of(morning), activities().newestOf("ada", 1));
    assertEquals(List.of(), activities().newestOf("eve", 10));
    assertEquals(
        List.of(List.of(latest, morning), List.of(yesterday)),
        Parts.all(lastDays(NOW, 2, 2), activities()::list));
    assertEquals(
        List.of(morning, yesterday),
        Parts.all(lastDays(NOW, 2, 1), part -> activities().listOf("ada", part)).stream()
            .flatMap(List::stream)
            .toList());
  }
}
