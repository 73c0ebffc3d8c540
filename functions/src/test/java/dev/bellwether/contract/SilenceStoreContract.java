package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.usecase.port.SilenceStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of silences does.
public interface SilenceStoreContract {
  /// A store with nothing in it.
  SilenceStore silences();

  @Test
  default void those_that_are_not_over_are_listed_the_first_to_begin_first() {
    silences().save(silence("b", 10, 100));
    silences().save(silence("a", 20, 100));
    silences().save(silence("over", 0, 50));

    assertEquals(
        List.of(silence("b", 10, 100), silence("a", 20, 100)), silences().all(NOW.plusSeconds(50)));
  }

  @Test
  default void one_takes_the_place_of_the_one_with_its_id() {
    silences().save(silence("a", 10, 100));
    silences().save(silence("a", 10, 200));

    assertEquals(List.of(silence("a", 10, 200)), silences().all(NOW));
  }

  @Test
  default void one_that_is_taken_away_is_given_back_once() {
    silences().save(silence("a", 10, 100));

    assertEquals(Optional.of(silence("a", 10, 100)), silences().delete("a"));
    assertEquals(Optional.empty(), silences().delete("a"));
    assertEquals(List.of(), silences().all(NOW));
  }

  private static Silence silence(String id, int from, int until) {
    var conditions =
        new Condition.All(
            List.of(
                new Condition.Leaf(
                    "repository", Operator.EQ, new Condition.Operand.Literal("octo/hello"))));
    return new Silence(
        id, conditions, NOW.plusSeconds(from), NOW.plusSeconds(until), "ada", "Why not");
  }
}
