package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void without_jitter_waits_double_up_to_the_cap() {
    var policy = policy(10, SECOND, 2, Duration.ofSeconds(5), Jitter.NONE);

    assertEquals(Duration.ofSeconds(1), policy.delayAfter(1, 0.9));
    assertEquals(Duration.ofSeconds(2), policy.delayAfter(2, 0.9));
    assertEquals(Duration.ofSeconds(4), policy.delayAfter(3, 0.9));
    assertEquals(Duration.ofSeconds(5), policy.delayAfter(4, 0.9));
    assertEquals(Duration.ofSeconds(5), policy.delayAfter(19, 0.9));
  }

  @Test
  void full_jitter_draws_between_the_first_delay_and_the_next_step_of_the_curve() {
    var policy = RetryPolicy.standard();

    assertEquals(Duration.ofSeconds(2), policy.delayAfter(1, 0));
    assertEquals(Duration.ofSeconds(3), policy.delayAfter(1, 0.5));
    assertEquals(Duration.ofSeconds(5), policy.delayAfter(2, 0.5));
    assertTrue(policy.delayAfter(20, 0.999_999).compareTo(policy.maxDelay()) <= 0);
  }

  @Test
  void counts_the_first_call_as_an_attempt() {
    assertTrue(RetryPolicy.standard().allowsAnotherAfter(2));
    assertFalse(RetryPolicy.standard().allowsAnotherAfter(3));
  }

  @Test
  void the_wait_the_other_side_asked_for_is_kept_when_it_is_longer() {
    var policy = policy(3, SECOND, 2, SECOND, Jitter.NONE);
    var minute = Duration.ofMinutes(1);

    assertEquals(Optional.of(minute), policy.waitAfter(1, SECOND, minute, 0));
    assertEquals(Optional.of(SECOND), policy.waitAfter(1, SECOND, Duration.ZERO, 0));
    assertEquals(Optional.empty(), policy.waitAfter(3, SECOND, Duration.ZERO, 0));
  }

  @Test
  void no_attempt_begins_after_the_total_time() {
    var policy =
        new RetryPolicy(9, SECOND, 1, SECOND, Jitter.NONE, Duration.ofSeconds(10), Set.of());

    assertEquals(Optional.of(SECOND), policy.waitAfter(1, Duration.ofSeconds(9), Duration.ZERO, 0));
    assertEquals(Optional.empty(), policy.waitAfter(1, Duration.ofMillis(9001), Duration.ZERO, 0));
  }

  @Test
  void some_codes_are_not_worth_another_attempt() {
    var policy =
        new RetryPolicy(9, SECOND, 1, SECOND, Jitter.NONE, null, Set.of("http_503", "timeout"));

    assertFalse(policy.retries("timeout"));
    assertTrue(policy.retries("http_502"));
  }

  @Test
  void refuses_what_makes_no_sense() {
    var half = Duration.ofMillis(500);

    assertThrows(IllegalArgumentException.class, () -> policy(0, SECOND, 2, SECOND, Jitter.FULL));
    assertThrows(IllegalArgumentException.class, () -> policy(3, SECOND, 0.5, SECOND, Jitter.FULL));
    assertThrows(IllegalArgumentException.class, () -> policy(3, SECOND, 2, half, Jitter.FULL));
  }

  private static RetryPolicy policy(
      int attempts, Duration initial, double backoff, Duration max, Jitter jitter) {
    return new RetryPolicy(attempts, initial, backoff, max, jitter, null, Set.of());
  }
}
