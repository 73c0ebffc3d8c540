package dev.bellwether.testing;

import dev.bellwether.domain.escalation.Pace;
import dev.bellwether.usecase.port.PaceStore;
import java.util.HashMap;
import java.util.Map;

/// The pace of channels in memory, as the contract has it.
public final class InMemoryPaceStore implements PaceStore {
  private final Map<String, Pace> paces = new HashMap<>();

  @Override
  public synchronized Pace find(String channel) {
    return paces.getOrDefault(channel, Pace.idle(channel));
  }

  @Override
  public synchronized boolean replace(Pace pace) {
    if (find(pace.channel()).revision() != pace.revision()) {
      return false;
    }
    paces.put(
        pace.channel(), new Pace(pace.channel(), pace.freeAt(), pace.turns(), pace.revision() + 1));
    return true;
  }
}
