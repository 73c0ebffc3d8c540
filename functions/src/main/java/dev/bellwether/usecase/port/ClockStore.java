package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps SLA clocks, one for each id.
public interface ClockStore {
  /// Stores a new clock as revision 1, unless there is one: one conditional write, no read.
  Creation create(Clock clock);

  /// Stores a clock's next revision in place of the one it was made from.
  ///
  /// @param clock carries the revision it was read with
  /// @return false, storing nothing, when somebody else stored one in between
  boolean replace(Clock clock);

  /// Finds a clock as it is at this moment.
  Optional<Clock> find(ClockId id);

  /// Lists clocks due at or before an instant ([Clock#dueAt]), the earliest first. Cost grows with
  /// what is due, not with what is open; the list may be a moment old.
  List<Clock> due(Instant until, int limit);

  /// How a creation came out.
  sealed interface Creation {
    /// Stored.
    record Created(Clock clock) implements Creation {}

    /// There was one already, as it is at this moment; nothing was stored.
    record Exists(Clock clock) implements Creation {}
  }
}
