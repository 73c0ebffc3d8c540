package dev.bellwether.adapter.http;

import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import java.util.Map;

/// A request that did not succeed, sorted by what may be done about it.
///
/// Unchecked on purpose: it passes through client libraries, which would retry or rewrap an
/// [java.io.IOException].
public final class Refused extends RuntimeException {
  /// The status where no answer came.
  public static final int NO_ANSWER = 0;

  private final int status;
  private final transient Failure failure;

  /// Wraps a failure.
  ///
  /// @param status the vendor's, or [#NO_ANSWER]
  public Refused(int status, Failure failure) {
    super(failure.reason());
    this.status = status;
    this.failure = failure;
  }

  /// Refuses for good before anything was asked: something is not set up.
  public static Refused forGood(String reason) {
    return new Refused(NO_ANSWER, new Failure.Permanent("not_set_up", reason));
  }

  /// Tells the vendor's status, or [#NO_ANSWER].
  public int status() {
    return status;
  }

  /// Tells what may be done about it.
  public Failure failure() {
    return failure;
  }

  /// Makes it the outcome of an action that achieved nothing.
  public Outcome outcome() {
    return new Outcome.Failed(failure, Map.of());
  }
}
