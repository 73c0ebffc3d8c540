package dev.bellwether.domain.condition;

/// What one comparison may still spend on patterns: a list of many texts is judged in no more time
/// than one long text.
final class Effort {
  /// Instructions times characters: tens of milliseconds where all of them are needed.
  static final long STEPS = 2_000_000;

  private long left = STEPS;

  /// Takes from what is left; tells whether there was enough.
  boolean spend(long steps) {
    if (steps > left) {
      return false;
    }
    left -= steps;
    return true;
  }
}
