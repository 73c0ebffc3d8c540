package dev.bellwether.testing;

import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
  public Slice<Delivery> list(Part part) {
    return slice(all().values().stream(), part);
  }

  @Override
  public Slice<Delivery> listAbout(Subject subject, Part part) {
    return slice(all().values().stream().filter(d -> subject.equals(d.subject())), part);
  }

  private static Slice<Delivery> slice(Stream<Delivery> some, Part part) {
    return Slices.of(some, Delivery::receivedAt, Delivery::id, part);
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
