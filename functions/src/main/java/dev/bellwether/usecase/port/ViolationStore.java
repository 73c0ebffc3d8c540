package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.sla.ViolationCount;
import java.time.Instant;
import java.util.List;

/// Keeps violations for good, for trends; append-only.
public interface ViolationStore {
  /// Stores a violation unless it is known.
  ///
  /// @return false when it was known
  boolean record(Violation violation);

  /// Lists the newest first.
  Slice<Violation> list(Part part);

  /// Lists the newest first, from today and the days before.
  default List<Violation> newest(Instant now, int limit) {
    return list(Part.newest(now, limit)).items();
  }

  /// Counts those of today and the days before, the oldest first; what was not violated is left
  /// out.
  ///
  /// @param days how many, with today
  List<ViolationCount> counts(Instant now, int days);
}
