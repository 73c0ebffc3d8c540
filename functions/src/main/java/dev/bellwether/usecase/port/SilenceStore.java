package dev.bellwether.usecase.port;

import dev.bellwether.domain.escalation.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps silences until they are over.
public interface SilenceStore {
  /// Adds one, or puts it in the place of the one with its id.
  void save(Silence silence);

  /// Takes one away.
  ///
  /// @return as it was; nothing when there is none
  Optional<Silence> delete(String id);

  /// Lists those that are not over, the first to begin first.
  List<Silence> all(Instant now);
}
