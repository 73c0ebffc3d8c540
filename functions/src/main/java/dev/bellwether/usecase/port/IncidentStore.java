package dev.bellwether.usecase.port;

import dev.bellwether.domain.escalation.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps incidents, one for each clock.
public interface IncidentStore {
  /// Finds one by its key.
  Optional<Incident> find(String key);

  /// Stores one in the place of the revision it was made from; 0 where there must be none.
  ///
  /// @return false, storing nothing, when another is there now
  boolean save(Incident incident);

  /// Lists those that are to be escalated anew by then, the most overdue first.
  List<Incident> due(Instant until, int limit);

  /// Lists those that are not resolved, the oldest first.
  List<Incident> open(int limit);

  /// Lists those that are resolved, or those that are not, the newest first.
  Slice<Incident> list(boolean resolved, Part part);
}
