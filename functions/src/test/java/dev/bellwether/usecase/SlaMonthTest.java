package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A month of 10,000 subjects: pauses, events that come late, twice and in any order, timers that
/// are doubled, and an hour in which nothing is looked after.
class SlaMonthTest {
  private static final int SUBJECTS = 10_000;
  private static final long SEED = 20261125;

  @Test
  void each_level_is_raised_once_in_order_at_its_instant_and_none_in_vain() {
    var month = new SlaMonth(SEED, SUBJECTS, SlaMonth.Timers.DOUBLED).live();

    assertAllRaisedOnceInOrder(month);
    assertNoneInVain(month);
    var lags = lags(month);
    assertTrue(lags.size() > 2_000, "levels reached: " + lags.size());
    assertTrue(percentile(lags, 0.99).compareTo(Duration.ofSeconds(5)) <= 0, told(lags));
  }

  @Test
  void with_every_timer_lost_the_sweep_is_at_most_five_minutes_late() {
    var month = new SlaMonth(SEED + 1, SUBJECTS, SlaMonth.Timers.LOST).live();

    assertAllRaisedOnceInOrder(month);
    assertNoneInVain(month);
    var lags = lags(month);
    assertTrue(percentile(lags, 1).compareTo(Duration.ofMinutes(5)) <= 0, told(lags));
  }

  @Test
  void a_sweep_reads_what_is_due_and_not_what_is_open() {
    var few = SlaMonth.readsOfASweep(1_000, 20);
    var many = SlaMonth.readsOfASweep(100_000, 20);

    assertEquals(few, many);
    assertTrue(many <= 2 * 20, "reads: " + many);
  }

  /// Also of a clock whose end was seen too late to take a level back: it was late by what was
  /// known.
  private static void assertAllRaisedOnceInOrder(SlaMonth month) {
    var raised = byClock(month.raised());
    for (Clock clock : month.clocks()) {
      var levels = raised.getOrDefault(clock.id(), List.of()).stream().map(v -> v.level()).toList();
      assertEquals(levels.stream().sorted().distinct().toList(), levels, "seed " + SEED + clock);
      var reached = reached(clock);
      assertTrue(
          reached == null || (!levels.isEmpty() && levels.getLast().compareTo(reached) >= 0),
          () -> "not raised, seed %d: %s %s".formatted(SEED, clock, levels));
    }
  }

  private static @Nullable Level reached(Clock clock) {
    return clock.stoppedAt().flatMap(clock::levelAt).orElse(null);
  }

  private static void assertNoneInVain(SlaMonth month) {
    var clocks = new HashMap<ClockId, Clock>();
    month.clocks().forEach(clock -> clocks.put(clock.id(), clock));
    for (Violation violation : month.raised()) {
      var truth = month.truthAt(violation.clock(), violation.detectedAt());
      assertTrue(
          truth
              .levelAt(violation.detectedAt())
              .filter(l -> l.compareTo(violation.level()) >= 0)
              .isPresent(),
          () -> "in vain, seed %d: %s".formatted(SEED, violation));
    }
  }

  /// How long after its instant each level was raised that a running clock reached, outside of the
  /// hour's outage.
  private static List<Duration> lags(SlaMonth month) {
    var lags = new ArrayList<Duration>();
    for (Violation violation : month.raised()) {
      var clock = month.truthAt(violation.clock(), violation.detectedAt());
      var due = due(clock, violation);
      if (violation.isOpen() && !month.isInOutage(due) && month.knewAllAt(violation.clock(), due)) {
        lags.add(Duration.between(due, violation.detectedAt()));
      }
    }
    Collections.sort(lags);
    return lags;
  }

  private static Instant due(Clock clock, Violation violation) {
    var over = clock.elapsedAt(violation.detectedAt()).minus(clock.terms().at(violation.level()));
    return violation.detectedAt().minus(over);
  }

  private static Map<ClockId, List<Violation>> byClock(List<Violation> raised) {
    var byClock = new HashMap<ClockId, List<Violation>>();
    raised.forEach(v -> byClock.computeIfAbsent(v.clock(), id -> new ArrayList<>()).add(v));
    return byClock;
  }

  private static Duration percentile(List<Duration> sorted, double part) {
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }

  private static String told(List<Duration> lags) {
    return "p50 %s p99 %s max %s of %d, seed %d"
        .formatted(
            percentile(lags, 0.5), percentile(lags, 0.99), percentile(lags, 1), lags.size(), SEED);
  }
}
