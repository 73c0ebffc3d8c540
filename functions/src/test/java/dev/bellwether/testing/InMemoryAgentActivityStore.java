package dev.bellwether.testing;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.usecase.port.AgentActivityStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Agents' reports in memory.
public final class InMemoryAgentActivityStore implements AgentActivityStore {
  private static final Comparator<AgentActivity> NEWEST_FIRST =
      Comparator.comparing(AgentActivity::receivedAt).reversed();

  private final Map<List<String>, AgentActivity> activities = new HashMap<>();

  @Override
  public synchronized void record(AgentActivity activity) {
    activities.putIfAbsent(List.of(activity.agentName(), activity.id()), activity);
  }

  @Override
  public synchronized List<AgentActivity> newest(Instant now, int limit) {
    return activities.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
  }

  @Override
  public synchronized List<AgentActivity> newestOf(String agentName, int limit) {
    return activities.values().stream()
        .filter(activity -> activity.agentName().equals(agentName))
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }
}
