package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Lane;

/// Keeps the lanes of executions that mind each other.
public interface LaneStore {
  /// Finds a lane as it is at this moment; an empty one where nobody is in it.
  Lane find(String key);

  /// Stores a lane's next revision in place of the one it was made from.
  ///
  /// @param lane carries the revision it was read with
  /// @return false, storing nothing, when somebody else stored one in between
  boolean replace(Lane lane);
}
