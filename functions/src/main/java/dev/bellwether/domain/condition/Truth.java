package dev.bellwether.domain.condition;

/// Kleene's strong three-valued logic: a missing fact makes a condition unknown, not false.
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  /// Lifts a Java boolean.
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /// True only when both are; false when either is; otherwise unknown.
  public Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }

  /// True when either is; false only when both are; otherwise unknown.
  public Truth or(Truth other) {
    return negate().and(other.negate()).negate();
  }

  /// Swaps true and false; the negation of unknown is unknown.
  public Truth negate() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
