package dev.bellwether.testing;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Agents' reports in memory.
public final class InMemoryAgentActivityStore implements AgentActivityStore {
  private final Map<List<String>, AgentActivity> activities = new HashMap<>();

  @Override
  public synchronized void record(AgentActivity activity) {
    activities.putIfAbsent(List.of(activity.agentName(), activity.id()), activity);
  }

  @Override
  public synchronized Slice<AgentActivity> list(Part part) {
    return slice(activities.values().stream(), part);
  }

  @Override
  public synchronized Slice<AgentActivity> listOf(String agentName, Part part) {
    return slice(activities.values().stream().filter(a -> a.agentName().equals(agentName)), part);
  }

  private static Slice<AgentActivity> slice(Stream<AgentActivity> some, Part part) {
    return Slices.of(some, AgentActivity::receivedAt, AgentActivity::id, part);
  }
}
