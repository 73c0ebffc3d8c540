package dev.bellwether.usecase.port;

import dev.bellwether.domain.escalation.Pace;

/// Keeps the pace of channels, shared by all who send to them.
public interface PaceStore {
  /// Finds a channel's pace as it is at this moment; an idle one where none is kept.
  Pace find(String channel);

  /// Stores a pace's next revision in place of the one it was made from.
  ///
  /// @param pace carries the revision it was read with
  /// @return false, storing nothing, when somebody else stored one in between
  boolean replace(Pace pace);
}
