package dev.bellwether.domain.workflow;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryLawsTest {
  private record Drawn(RetryPolicy policy, int attempts, double random, Duration elapsed) {}

  @Test
  void no_wait_is_shorter_than_the_first_delay_or_longer_than_the_longest() {
    forAll(
        1,
        20_000,
        RetryLawsTest::drawn,
        drawn -> {
          var wait = drawn.policy().delayAfter(drawn.attempts(), drawn.random());
          assertTrue(wait.compareTo(drawn.policy().initialDelay()) >= 0, "short: " + wait);
          assertTrue(wait.compareTo(drawn.policy().maxDelay()) <= 0, "long: " + wait);
        });
  }

  @Test
  void no_attempt_begins_after_the_total_time_and_none_after_the_last() {
    forAll(
        2,
        20_000,
        RetryLawsTest::drawn,
        drawn -> {
          var policy = drawn.policy();
          var wait =
              policy.waitAfter(drawn.attempts(), drawn.elapsed(), Duration.ZERO, drawn.random());
          wait.ifPresent(w -> assertTrue(policy.allowsAnotherAfter(drawn.attempts())));
          var total = policy.totalTimeout();
          if (total != null) {
            wait.ifPresent(w -> assertTrue(drawn.elapsed().plus(w).compareTo(total) <= 0));
          }
        });
  }

  @Test
  void waits_without_jitter_never_get_shorter() {
    forAll(
        3,
        5_000,
        RetryLawsTest::drawn,
        drawn -> {
          var plain = drawn.policy();
          for (int n = 1; plain.jitter() == Jitter.NONE && n < 20; n++) {
            assertTrue(plain.delayAfter(n, 0).compareTo(plain.delayAfter(n + 1, 0)) <= 0);
          }
        });
  }

  /// Pearson's test on ten equal parts of the range: beyond 27.9 a uniform draw comes once in a
  /// thousand, so of these twenty seeds, which never change, none does.
  @Test
  void full_jitter_draws_uniformly() {
    var policy = RetryPolicy.standard();
    for (long seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var counts = new int[10];
      for (int i = 0; i < 10_000; i++) {
        var wait = policy.delayAfter(3, random.nextDouble());
        counts[(int) ((wait.toMillis() - 2_000) / 1_400)]++;
      }
      var chiSquare = 0.0;
      for (var count : counts) {
        chiSquare += Math.pow(count - 1_000, 2) / 1_000;
      }
      assertTrue(chiSquare < 27.9, "seed " + seed + ": " + chiSquare);
    }
  }

  @Test
  void the_ends_of_the_range_are_reached() {
    var policy = RetryPolicy.standard();

    assertEquals(Duration.ofSeconds(2), policy.delayAfter(3, 0));
    assertEquals(Duration.ofMillis(15_999), policy.delayAfter(3, 0.999_99));
  }

  private static Drawn drawn(RandomGenerator random) {
    var initial = Duration.ofMillis(random.nextLong(100_000));
    return new Drawn(
        new RetryPolicy(
            random.nextInt(1, 21),
            initial,
            random.nextDouble(1, 10),
            initial.plusMillis(random.nextLong(1_000_000)),
            random.nextBoolean() ? Jitter.FULL : Jitter.NONE,
            totalTimeout(random),
            Set.of()),
        random.nextInt(1, 21),
        random.nextDouble(),
        Duration.ofMillis(random.nextLong(2_000_000)));
  }

  private static @Nullable Duration totalTimeout(RandomGenerator random) {
    return random.nextBoolean() ? Duration.ofMillis(random.nextLong(2_000_000)) : null;
  }
}
