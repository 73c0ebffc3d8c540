package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.usecase.AgentShift.Fate;
import dev.bellwether.usecase.AgentShift.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentShiftTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20261125})
  void agents_that_die_go_silent_and_come_back_lose_no_task_and_do_none_twice(long seed) {
    var shift = new AgentShift(seed, 50, 2000, Fate.TROUBLED).run();

    var because = "seed " + seed;
    assertEquals(2000, shift.accepted.size(), because);
    assertEquals(1, Collections.max(shift.accepted.values()), because);
    assertTrue(Collections.max(shift.mostMoves.values()) <= AgentTask.MOST_MOVES, because);
    assertTrue(shift.staleRefused > 0, "nobody came back with a stale lease: " + because);
    assertTrue(shift.stalledFoundAt.size() >= 10, shift.stalledFoundAt + " " + because);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20261125})
  void nobody_who_pushes_or_sends_heartbeats_is_called_stalled(long seed) {
    var shift = new AgentShift(seed, 50, 2000, Fate.TROUBLED).run();

    shift.workers.stream()
        .filter(worker -> !isEverSilent(worker))
        .forEach(
            worker ->
                assertTrue(
                    !shift.stalledFoundAt.containsKey(worker.name()),
                    "%s, seed %d".formatted(worker, seed)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20261125})
  void the_work_takes_at_most_a_third_longer_than_the_least_it_could(long seed) {
    var shift = new AgentShift(seed, 50, 2000, Fate.NONE).run();

    assertEquals(2000, shift.accepted.size());
    var took = Duration.between(AgentShift.BEGIN, shift.lastDone);
    var ratio = (double) took.toMillis() / shift.lowerBound().toMillis();
    assertTrue(ratio <= 1.3, "%.2f times the lower bound with seed %d".formatted(ratio, seed));
  }

  private static boolean isEverSilent(Worker worker) {
    return !worker.diesAt().equals(Instant.MAX) || !worker.silentFrom().equals(Instant.MAX);
  }
}
