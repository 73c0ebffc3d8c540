package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.usecase.port.AgentStore;
import java.time.Instant;

/// Notes that an agent lives. One that nobody has described is known from then on, for one task at
/// a time.
///
/// The same sign again changes nothing.
public final class NoteSignOfLife {
  private final AgentStore agents;
  private final Patience patience;

  /// Works on these.
  public NoteSignOfLife(AgentStore agents, Patience patience) {
    this.agents = agents;
    this.patience = patience;
  }

  /// Notes a sign.
  ///
  /// @param type what kind of agent it is, should it be new
  /// @return the agent as it is then
  public Agent of(String name, String type, Sign sign, Instant now) {
    var profile = AgentProfile.unknown(name, type);
    return new Agents(agents).change(profile, agent -> agent.heard(sign, now, patience), now);
  }
}
