package dev.bellwether.usecase.port;

import dev.bellwether.domain.agent.AgentActivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps what agents report.
public interface AgentActivityStore {
  /// Stores one report; the same report again changes nothing.
  void record(AgentActivity activity);

  /// Lists the newest first, of all agents.
  Slice<AgentActivity> list(Part part);

  /// Lists the newest first, of one agent.
  Slice<AgentActivity> listOf(String agentName, Part part);

  /// Lists the newest first, of all agents, from today and the days before.
  default List<AgentActivity> newest(Instant now, int limit) {
    return list(Part.newest(now, limit)).items();
  }

  /// Lists the newest first, of one agent.
  default List<AgentActivity> newestOf(String agentName, int limit) {
    return listOf(agentName, Part.newestEver(limit)).items();
  }
}
