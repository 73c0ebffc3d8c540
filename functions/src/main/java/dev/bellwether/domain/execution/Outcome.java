package dev.bellwether.domain.execution;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How one attempt at an action ended.
public sealed interface Outcome {
  /// It happened, or already had: what came of it (issue number, comment URL …), for the timeline.
  record Done(Map<String, Object> result) implements Outcome {
    public Done {
      result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
    }
  }

  /// It did not, or not all of it.
  ///
  /// @param progress what did happen; the next attempt finds it in its step's result
  record Failed(Failure failure, Map<String, Object> progress) implements Outcome {
    public Failed {
      progress = Collections.unmodifiableMap(new LinkedHashMap<>(progress));
    }
  }

  /// It is not done yet, and nothing went wrong: checks still run, an approval is awaited, the
  /// budget is spent. The engine asks again after the wait; that counts as no attempt.
  ///
  /// @param reason says what is waited for; shown to people
  /// @param progress what did happen; the next call finds it in its step's result
  record Pending(Duration delay, String reason, Map<String, Object> progress) implements Outcome {
    public Pending {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("A wait is not negative");
      }
      progress = Collections.unmodifiableMap(new LinkedHashMap<>(progress));
    }
  }

  /// A success with nothing to show.
  static Outcome done() {
    return new Done(Map.of());
  }

  /// A failure that may pass, with nothing achieved.
  static Outcome failedForNow(String reason) {
    return new Failed(Failure.Transient.of(reason), Map.of());
  }

  /// A failure that will not, of a kind, with nothing achieved.
  static Outcome failedForGood(String code, String reason) {
    return new Failed(new Failure.Permanent(code, reason), Map.of());
  }

  /// A failure that will not, with nothing achieved.
  static Outcome failedForGood(String reason) {
    return new Failed(new Failure.Permanent(reason), Map.of());
  }
}
