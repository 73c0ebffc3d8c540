package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.isolation.BranchConvention;
import dev.bellwether.domain.isolation.Roster;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Knows who the agents are, and reads that anew every ten seconds at most.
public final class CachedRoster {
  /// How long an agent may be unknown on GitHub after it was described.
  static final Duration FRESH_FOR = Duration.ofSeconds(10);

  private final Supplier<AgentStore> agents;
  private final BranchConvention convention;
  private volatile @Nullable Copy held;

  /// Works on these.
  public CachedRoster(Supplier<AgentStore> agents, BranchConvention convention) {
    this.agents = agents;
    this.convention = convention;
  }

  /// Finds who the agents are at an instant.
  Roster at(Instant now) {
    var copy = held;
    if (copy != null && now.isBefore(copy.readAt().plus(FRESH_FOR))) {
      return copy.roster();
    }
    var profiles = agents.get().all().stream().map(Agent::profile).toList();
    var roster = new Roster(profiles, convention);
    held = new Copy(now, roster);
    return roster;
  }

  private record Copy(Instant readAt, Roster roster) {}
}
