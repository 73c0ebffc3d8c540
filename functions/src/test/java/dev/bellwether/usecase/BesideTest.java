package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BesideTest {
  private final RuntimeException one = new IllegalStateException("one");
  private final RuntimeException other = new IllegalStateException("other");

  @Test
  void each_may_wait_for_the_other() {
    var begun = new CountDownLatch(2);

    var result =
        Beside.of(
            () -> meet(begun),
            () -> {
              meet(begun);
              return 42;
            });

    assertEquals(42, result);
  }

  @Test
  void the_other_has_ended_when_the_first_fails() {
    var ended = new AtomicBoolean();

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Beside.of(
                    () -> {
                      throw one;
                    },
                    () -> {
                      ended.set(true);
                      return 42;
                    }));

    assertSame(one, thrown);
    assertTrue(ended.get());
  }

  @Test
  void the_first_has_ended_when_the_other_fails_and_its_own_failure_is_told_too() {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Beside.of(
                    () -> {
                      throw one;
                    },
                    () -> {
                      throw other;
                    }));

    assertSame(other, thrown);
    assertSame(one, thrown.getSuppressed()[0]);
  }

  private static void meet(CountDownLatch begun) {
    begun.countDown();
    try {
      begun.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
