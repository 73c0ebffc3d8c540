package dev.bellwether.usecase.port;

import java.util.function.Supplier;

/// How urgent the work is that this thread is at: who is short of something gives it to the most
/// urgent first.
public final class Urgency {
  private static final int STANDARD = 5;
  private static final ScopedValue<Integer> PRIORITY = ScopedValue.newInstance();

  private Urgency() {}

  /// Does work of a priority, 1 to 10.
  public static <T> T of(int priority, Supplier<T> work) {
    return ScopedValue.where(PRIORITY, priority).call(work::get);
  }

  /// Tells the priority of the work under way; 5 where nobody said.
  public static int current() {
    return PRIORITY.isBound() ? PRIORITY.get() : STANDARD;
  }
}
