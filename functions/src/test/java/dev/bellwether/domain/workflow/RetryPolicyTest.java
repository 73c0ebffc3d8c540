package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void without_jitter_waits_double_up_to_the_cap() {
    var policy = new RetryPolicy(10, SECOND, 2, Duration.ofSeconds(5), Jitter.NONE);

    assertEquals(Duration.ofSeconds(1), policy.delayAfter(1, 0.9));
    assertEquals(Duration.ofSeconds(2), policy.delayAfter(2, 0.9));
    assertEquals(Duration.ofSeconds(4), policy.delayAfter(3, 0.9));
    assertEquals(Duration.ofSeconds(5), policy.delayAfter(4, 0.9));
    assertEquals(Duration.ofSeconds(5), policy.delayAfter(19, 0.9));
  }

  @Test
  void full_jitter_draws_between_nothing_and_the_cap() {
    var policy = RetryPolicy.standard();

    assertEquals(Duration.ZERO, policy.delayAfter(1, 0));
    assertEquals(Duration.ofSeconds(1), policy.delayAfter(1, 0.5));
    assertTrue(policy.delayAfter(20, 0.999_999).compareTo(policy.maxDelay()) <= 0);
  }

  @Test
  void counts_the_first_call_as_an_attempt() {
    assertTrue(RetryPolicy.standard().allowsAnotherAfter(2));
    assertFalse(RetryPolicy.standard().allowsAnotherAfter(3));
  }

  @Test
  void refuses_what_makes_no_sense() {
    assertThrows(
        IllegalArgumentException.class, () -> new RetryPolicy(0, SECOND, 2, SECOND, Jitter.FULL));
    assertThrows(
        IllegalArgumentException.class, () -> new RetryPolicy(3, SECOND, 0.5, SECOND, Jitter.FULL));
  }
}
