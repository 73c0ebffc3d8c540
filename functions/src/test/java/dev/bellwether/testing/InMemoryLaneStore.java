package dev.bellwether.testing;

import dev.bellwether.domain.execution.Lane;
import dev.bellwether.usecase.port.LaneStore;
import java.util.HashMap;
import java.util.Map;

/// Lanes in memory, as the contract has them.
public final class InMemoryLaneStore implements LaneStore {
  private final Map<String, Lane> lanes = new HashMap<>();

  @Override
  public synchronized Lane find(String key) {
    return lanes.getOrDefault(key, Lane.empty(key));
  }

  @Override
  public synchronized boolean replace(Lane lane) {
    if (find(lane.key()).revision() != lane.revision()) {
      return false;
    }
    lanes.put(lane.key(), new Lane(lane.key(), lane.tickets(), lane.revision() + 1));
    return true;
  }
}
