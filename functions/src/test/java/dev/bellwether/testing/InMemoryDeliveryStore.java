package dev.bellwether.testing;

import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.usecase.port.DeliveryStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deliveries in memory, beside the executions that carry the others.
public final class InMemoryDeliveryStore implements DeliveryStore {
  private final InMemoryExecutionStore executions;
  private final Map<String, Delivery> recorded = new HashMap<>();

  /// Keeps deliveries beside executions.
  public InMemoryDeliveryStore(InMemoryExecutionStore executions) {
    this.executions = executions;
  }

  @Override
  public synchronized void record(Delivery delivery) {
    recorded.put(delivery.id(), delivery);
  }

  @Override
  public Optional<Delivery> find(String id) {
    return Optional.ofNullable(all().get(id));
  }

  @Override
  public List<Delivery> newest(Instant now, int limit) {
    return all().values().stream()
        .sorted(Comparator.comparing(Delivery::receivedAt).reversed())
        .limit(limit)
        .toList();
  }

  private synchronized Map<String, Delivery> all() {
    var all = new HashMap<>(recorded);
    executions
        .carriedDeliveries()
        .forEach(
            d -> all.merge(d.id(), d, (a, b) -> b.receivedAt().isAfter(a.receivedAt()) ? b : a));
    return all;
  }
}
