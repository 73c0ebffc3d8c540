package dev.bellwether.usecase.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReviewerPoolTest {
  private static final List<String> ALL = List.of("ada", "grace", "Linus", "ken");

  @Test
  void they_take_turns_by_the_pull_request_s_number_without_its_author_and_who_is_away() {
    assertEquals(List.of("ada"), pool(8, "mona").inTurn(1));
    assertEquals(List.of("grace"), pool(9, "mona").inTurn(1));
    assertEquals(List.of("ken", "ada"), pool(11, "mona").inTurn(2));
    assertEquals(List.of("ken"), pool(9, "linus", "ada").inTurn(1));
    assertEquals(List.of(), new ReviewerPool(List.of("mona"), List.of("mona"), 9).inTurn(2));
    assertEquals(ALL, pool(0).inTurn(9));
  }

  @Test
  void over_many_pull_requests_everybody_gets_as_many() {
    var counts = new TreeMap<String, Integer>();
    for (int number = 1; number <= 400; number++) {
      pool(number, "mona").inTurn(1).forEach(login -> counts.merge(login, 1, Integer::sum));
    }

    assertEquals(Map.of("ada", 100, "grace", 100, "Linus", 100, "ken", 100), counts);
  }

  @Test
  void who_has_the_fewest_open_reviews_is_asked_and_of_equals_whose_turn_it_is() {
    var open =
        Map.of(1L, List.of("ada", "grace"), 2L, List.of("ada", "linus"), 3L, List.of("mona"));

    assertEquals(List.of("ken"), pool(8).leastLoaded(1, open));
    assertEquals(List.of("ken", "grace", "Linus"), pool(8).leastLoaded(3, open));
    assertEquals(List.of("Linus"), pool(11, "ken", "grace").leastLoaded(1, open));
    assertEquals(List.of("ada"), pool(8).leastLoaded(1, Map.of()));
  }

  @Test
  void asking_again_asks_who_was_asked_before() {
    var before = Map.of(1L, List.of("ada"), 2L, List.of("ada"));
    var first = pool(8).leastLoaded(1, before);
    var after = Map.of(1L, List.of("ada"), 2L, List.of("ada"), 8L, first);

    assertEquals(List.of("grace"), first);
    assertEquals(first, pool(8).leastLoaded(1, after));
    assertEquals(List.of("grace", "Linus"), pool(8).leastLoaded(2, after));
  }

  private static ReviewerPool pool(long number, String... notThese) {
    return new ReviewerPool(ALL, List.of(notThese), number);
  }
}
