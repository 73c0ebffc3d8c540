package dev.bellwether.usecase.port;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers what requests under an `Idempotency-Key` were answered, for a day.
public interface RequestStore {
  /// A request that was answered.
  ///
  /// @param fingerprint of what it asked for: another under the same key is a mistake
  /// @param status its answer's
  /// @param headers its answer's
  /// @param body its answer's; null where there is none, or it is not to be kept
  record Answered(
      String fingerprint, int status, Map<String, String> headers, @Nullable String body) {
    public Answered {
      headers = Map.copyOf(headers);
    }
  }

  /// How beginning came out.
  sealed interface Begun {
    /// It is to be carried out, by whoever asked and nobody else for a minute.
    record First() implements Begun {}

    /// It is being carried out.
    record UnderWay() implements Begun {}

    /// It was answered.
    record Before(Answered answered) implements Begun {}
  }

  /// Begins a request under a key, unless it was begun before.
  ///
  /// @param who names them for good
  Begun begin(String who, String key);

  /// Remembers the answer to a request that was begun.
  void keep(String who, String key, Answered answered);

  /// Forgets a request that was begun and failed on our side: it may be tried again.
  void forget(String who, String key);
}
