package dev.bellwether.usecase.port;

import java.util.Map;
import java.util.Optional;
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

  /// Finds what somebody's request under a key was answered.
  ///
  /// @param who names them for good
  Optional<Answered> find(String who, String key);

  /// Remembers an answer; the first under a key stays.
  void keep(String who, String key, Answered answered);
}
