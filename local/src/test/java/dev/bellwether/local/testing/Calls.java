package dev.bellwether.local.testing;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What the handlers of the fixture were called with, across their instances.
public final class Calls {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  private static final BlockingQueue<String> CALLS = new LinkedBlockingQueue<>();

  private Calls() {}

  /// Forgets all.
  public static void clear() {
    CALLS.clear();
  }

  static void add(String call) {
    CALLS.add(call);
  }

  /// Waits for the next one.
  public static String next() {
    try {
      var call = CALLS.poll(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS);
      if (call == null) {
        throw new AssertionError("no call within " + LONG_ENOUGH);
      }
      return call;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Tells whether there is one that nobody has taken.
  public static boolean isEmpty() {
    return CALLS.isEmpty();
  }
}
