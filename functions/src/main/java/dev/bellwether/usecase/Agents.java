package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Instant;
import java.util.function.UnaryOperator;

/// Changes agents, again when somebody else has changed one meanwhile.
final class Agents {
  private static final int ATTEMPTS = 10;

  private final AgentStore store;

  Agents(AgentStore store) {
    this.store = store;
  }

  /// Changes an agent, which is made from a profile where there is none of its name.
  ///
  /// @throws IllegalStateException when others change it all the time
  Agent change(AgentProfile ifUnknown, UnaryOperator<Agent> change, Instant now) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var known = store.find(ifUnknown.name()).orElseGet(() -> Agent.of(ifUnknown, now));
      var changed = change.apply(known);
      if ((changed.equals(known) && known.revision() > 0) || store.save(changed)) {
        return changed;
      }
    }
    throw new IllegalStateException("Others change %s all the time".formatted(ifUnknown.name()));
  }

  /// Changes an agent that is there.
  Agent change(Agent known, UnaryOperator<Agent> change, Instant now) {
    return change(known.profile(), change, now);
  }
}
