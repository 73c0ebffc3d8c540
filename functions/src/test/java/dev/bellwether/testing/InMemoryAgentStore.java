package dev.bellwether.testing;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Agents in memory, as the contract has them.
public final class InMemoryAgentStore implements AgentStore {
  private final Map<String, Agent> agents = new TreeMap<>();

  @Override
  public synchronized Optional<Agent> find(String name) {
    return Optional.ofNullable(agents.get(name));
  }

  @Override
  public synchronized boolean save(Agent agent) {
    var revision = find(agent.name()).map(Agent::revision).orElse(0L);
    if (revision != agent.revision()) {
      return false;
    }
    agents.put(agent.name(), agent.withRevision(revision + 1));
    return true;
  }

  @Override
  public synchronized List<Agent> due(Instant until, int limit) {
    return agents.values().stream()
        .filter(agent -> !dueAt(agent).isAfter(until))
        .sorted(Comparator.comparing(InMemoryAgentStore::dueAt))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Agent> all() {
    return List.copyOf(agents.values());
  }

  private static Instant dueAt(Agent agent) {
    var due = agent.dueAt();
    return due == null ? Instant.MAX : due;
  }
}
