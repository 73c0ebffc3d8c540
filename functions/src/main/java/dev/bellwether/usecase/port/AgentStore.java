package dev.bellwether.usecase.port;

import dev.bellwether.domain.agent.Agent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps agents, one for each name.
public interface AgentStore {
  /// Finds one by its name.
  Optional<Agent> find(String name);

  /// Stores one in the place of the revision it was made from; 0 where there must be none.
  ///
  /// @return false, storing nothing, when another is there now
  boolean save(Agent agent);

  /// Lists those that somebody should look after by then, the most overdue first.
  List<Agent> due(Instant until, int limit);

  /// Lists all, by name.
  List<Agent> all();
}
