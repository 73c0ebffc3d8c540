package dev.bellwether.domain.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
  @ParameterizedTest
  @CsvSource({
    "TRUE, TRUE, TRUE, TRUE",
    "TRUE, FALSE, FALSE, TRUE",
    "TRUE, UNKNOWN, UNKNOWN, TRUE",
    "FALSE, FALSE, FALSE, FALSE",
    "FALSE, UNKNOWN, FALSE, UNKNOWN",
    "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
  })
  void and_and_or_follow_kleene_and_do_not_care_for_order(
      Truth a, Truth b, Truth both, Truth either) {
    assertEquals(both, a.and(b));
    assertEquals(both, b.and(a));
    assertEquals(either, a.or(b));
    assertEquals(either, b.or(a));
  }

  @ParameterizedTest
  @CsvSource({"TRUE, FALSE", "FALSE, TRUE", "UNKNOWN, UNKNOWN"})
  void not_swaps_what_is_known_and_leaves_the_unknown(Truth given, Truth negated) {
    assertEquals(negated, given.negate());
  }
}
