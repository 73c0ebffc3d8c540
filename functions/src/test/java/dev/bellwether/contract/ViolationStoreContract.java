package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aViolation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.ViolationCount;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.ViolationStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [ViolationStore] promises.
public interface ViolationStoreContract {
  /// The store, empty at the start of each test.
  ViolationStore violations();

  @Test
  default void a_violation_is_recorded_once_for_each_clock_and_level() {
    var first = aViolation(7001, Level.WARNING, NOW);

    assertTrue(violations().record(first));
    assertFalse(violations().record(aViolation(7001, Level.WARNING, NOW.plusSeconds(5))));
    assertEquals(List.of(first), violations().newest(NOW, 10));

    assertTrue(violations().record(aViolation(7001, Level.ESCALATION, NOW)));
    assertTrue(violations().record(aViolation(7002, Level.WARNING, NOW)));
  }

  @Test
  default void they_are_counted_by_day_metric_and_level_the_oldest_first() {
    Stream.of(
            aViolation(7001, Level.WARNING, NOW),
            aViolation(7002, Level.WARNING, NOW.minusSeconds(60)),
            aViolation(7001, Level.ESCALATION, NOW),
            aViolation(7003, Level.WARNING, NOW.minusSeconds(86_400)),
            aViolation(7004, Level.WARNING, NOW.minusSeconds(2 * 86_400)))
        .forEach(violations()::record);

    var today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    var build = Metric.BUILD_TIME;
    assertEquals(
        List.of(
            new ViolationCount(today.minusDays(1), build, Level.WARNING, 1),
            new ViolationCount(today, build, Level.WARNING, 2),
            new ViolationCount(today, build, Level.ESCALATION, 1)),
        violations().counts(NOW, 2));
  }

  @Test
  @Tag("race")
  default void of_racing_listeners_one_records() {
    var results = Race.of(i -> violations().record(aViolation(7001, Level.WARNING, NOW)));

    assertEquals(1, Collections.frequency(results, true));
  }

  @Test
  default void the_newest_come_first_across_days() {
    var yesterday = aViolation(7001, Level.WARNING, NOW.minusSeconds(86_400));
    var latest = aViolation(7003, Level.WARNING, NOW);
    var morning = aViolation(7002, Level.WARNING, NOW.minusSeconds(60));
    List.of(yesterday, latest, morning).forEach(violations()::record);

    assertEquals(List.of(latest, morning, yesterday), violations().newest(NOW, 10));
    assertEquals(List.of(latest, morning), violations().newest(NOW, 2));
  }
}
