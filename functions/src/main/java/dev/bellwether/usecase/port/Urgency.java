package dev.bellwether.usecase.port;

import java.util.function.Supplier;

/// How urgent the work is that this thread is at: who is short of something gives it to the most
/// urgent first.
///
/// @param priority 1 to 10, the highest first
/// @param turn whether it has been turned away before, and so is among those who wait
public record Urgency(int priority, Turn turn) {
  private static final ScopedValue<Urgency> CURRENT = ScopedValue.newInstance();

  /// How often the work was begun.
  public enum Turn {
    FIRST,
    AGAIN
  }

  /// The urgency of work about which nobody said anything.
  private static final Urgency STANDARD = new Urgency(5, Turn.FIRST);

  /// Does work of this urgency.
  public <T> T run(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /// Tells how urgent the work under way is.
  public static Urgency current() {
    return CURRENT.isBound() ? CURRENT.get() : STANDARD;
  }
}
