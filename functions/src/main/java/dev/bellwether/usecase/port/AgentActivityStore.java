package dev.bellwether.usecase.port;

import dev.bellwether.domain.agent.AgentActivity;
import java.time.Instant;
import java.util.List;

/// Keeps what agents report.
public interface AgentActivityStore {
  /// Stores one report; the same report again changes nothing.
  void record(AgentActivity activity);

  /// Lists the newest first, of all agents, from today and the days before.
  List<AgentActivity> newest(Instant now, int limit);

  /// Lists the newest first, of one agent.
  List<AgentActivity> newestOf(String agentName, int limit);
}
