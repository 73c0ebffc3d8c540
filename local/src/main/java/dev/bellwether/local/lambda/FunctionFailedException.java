package dev.bellwether.local.lambda;

/// A call that ended in an exception of the handler, in no time left, or in an event or an answer
/// that Lambda's serialization cannot carry.
public final class FunctionFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why it failed, as far as callers treat it differently.
  public enum Kind {
    /// The handler threw, or its event or answer could not be carried.
    ERROR,
    /// The function's timeout passed.
    TIMED_OUT,
    /// The event is larger than Lambda takes.
    EVENT_TOO_LARGE
  }

  private final Kind kind;

  FunctionFailedException(Kind kind, String function, String why) {
    super("%s: %s".formatted(function, why));
    this.kind = kind;
  }

  FunctionFailedException(String function, Throwable cause) {
    super("%s: %s".formatted(function, cause), cause);
    this.kind = Kind.ERROR;
  }

  /// Why it failed.
  public Kind kind() {
    return kind;
  }
}
