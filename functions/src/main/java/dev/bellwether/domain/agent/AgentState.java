package dev.bellwether.domain.agent;

import java.time.Duration;
import java.time.Instant;

/// How an agent is, read off its signs of life and what it holds.
public enum AgentState {
  /// Does something, or did until a moment ago.
  WORKING,
  /// Has shown that it lives, and all it holds waits for a review, a build or a person.
  WAITING,
  /// Lives, has done nothing for a while, and could take a task.
  IDLE,
  /// Holds a task and shows no sign of life.
  STALLED,
  /// Holds nothing and shows no sign of life.
  OFFLINE;

  /// Reads the state at an instant. Whoever has been given a task shows life by that for as long as
  /// by any other sign.
  public static AgentState of(Agent agent, Load load, Patience patience, Instant now) {
    var limit = load.isWaiting() ? patience.waitingAfter() : patience.stalledAfter();
    if (isOver(agent.quietSince(), limit, now)) {
      return load.tasks() > 0 ? STALLED : OFFLINE;
    }
    if (isOver(agent.activeAt(), patience.idleAfter(), now) && agent.hasRoomBeside(load)) {
      return IDLE;
    }
    return load.isWaiting() ? WAITING : WORKING;
  }

  /// Tells whether an agent in this state may be given a task.
  public boolean isReachable() {
    return this != STALLED && this != OFFLINE;
  }

  private static boolean isOver(Instant since, Duration limit, Instant now) {
    return Duration.between(since, now).compareTo(limit) >= 0;
  }
}
