package dev.bellwether.usecase.port;

import dev.bellwether.domain.escalation.NoticeGroup;
import java.util.Optional;

/// Keeps what channels tell together, shared by all who send, for as long as anybody may ask.
public interface NoticeGroupStore {
  /// Finds a group as it is at this moment.
  Optional<NoticeGroup> find(String id);

  /// Stores a group's next revision in place of the one it was made from; 0 where there must be
  /// none.
  ///
  /// @return false, storing nothing, when somebody else stored one in between
  boolean replace(NoticeGroup group);
}
