package dev.bellwether.usecase.port;

import dev.bellwether.domain.agent.AgentTask;
import java.util.List;
import java.util.Optional;

/// Keeps the tasks of agents.
///
/// Lists may lack what was written a moment ago, and show every task as it is now.
public interface TaskStore {
  /// Finds one by its id.
  Optional<AgentTask> find(String id);

  /// Stores one in the place of the revision it was made from; 0 where there must be none.
  ///
  /// @return false, storing nothing, when another is there now
  boolean save(AgentTask task);

  /// Lists those that nobody holds, the oldest first.
  List<AgentTask> queued(int limit);

  /// Lists those that somebody holds, the oldest first.
  List<AgentTask> held(int limit);

  /// Lists those that an agent holds, the oldest first.
  List<AgentTask> heldBy(String agent);
}
