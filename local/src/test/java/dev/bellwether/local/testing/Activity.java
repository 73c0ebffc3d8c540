package dev.bellwether.local.testing;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Lets a test wait for what a system does: woken by each thing that happens, and now and then.
public final class Activity {
  /// What nobody tells of, such as a message to a person, is seen this late at most.
  private static final long NOW_AND_THEN_MILLIS = 100;

  private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);

  /// Wakes who waits, or who waits next.
  public void happened() {
    news.offer(true);
  }

  /// Waits until something holds.
  ///
  /// @return false when it did not in time
  public boolean until(BooleanSupplier holds, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      rest();
    }
    return true;
  }

  private void rest() {
    try {
      news.poll(NOW_AND_THEN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
