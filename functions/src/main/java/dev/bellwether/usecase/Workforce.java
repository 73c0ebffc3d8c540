package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentState;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Lease;
import dev.bellwether.domain.agent.Assignment.Candidate;
import dev.bellwether.domain.agent.Load;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.usecase.port.AgentStore;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Knows how all agents are, and what each has on its hands.
public final class Workforce {
  /// More tasks than are ever held at once.
  private static final int MOST_HELD = 10_000;

  private final AgentStore agents;
  private final TaskStore tasks;
  private final Patience patience;

  /// Works on these.
  public Workforce(AgentStore agents, TaskStore tasks, Patience patience) {
    this.agents = agents;
    this.tasks = tasks;
    this.patience = patience;
  }

  /// Lists all agents as they are at an instant, by name.
  public List<Candidate> at(Instant now) {
    var held =
        tasks.held(MOST_HELD).stream()
            .collect(Collectors.groupingBy(t -> t.ifLeased().map(Lease::holder).orElse("")));
    return agents.all().stream()
        .map(agent -> candidate(agent, held.getOrDefault(agent.name(), List.of()), now))
        .toList();
  }

  /// Finds one agent as it is at an instant.
  public Optional<Candidate> find(String name, Instant now) {
    return agents.find(name).map(agent -> of(agent, now));
  }

  /// Says how an agent is at an instant.
  Candidate of(Agent agent, Instant now) {
    return candidate(agent, tasks.heldBy(agent.name()), now);
  }

  private Candidate candidate(Agent agent, List<AgentTask> held, Instant now) {
    var load = Load.of(held);
    return new Candidate(agent, load, AgentState.of(agent, load, patience, now));
  }
}
