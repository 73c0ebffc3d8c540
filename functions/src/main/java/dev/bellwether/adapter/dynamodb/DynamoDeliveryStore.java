package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps deliveries in the executions table, beside the executions that carry the others.
///
/// One that started nothing and, sent again, started something has two records; the newer counts.
public final class DynamoDeliveryStore implements DeliveryStore {
  private final Table table;

  /// Works on the executions table.
  public DynamoDeliveryStore(Table table) {
    this.table = table;
  }

  @Override
  public void record(Delivery delivery) {
    table.put(DeliveryItem.of(delivery));
  }

  @Override
  public Optional<Delivery> find(String id) {
    var own = table.get(DeliveryItem.key(id)).stream();
    var indexed = new Listing(table, Index.BY_DELIVERY).first(List.of(id), 2).stream();
    return Stream.concat(own, indexed)
        .flatMap(item -> DeliveryItem.read(item).stream())
        .reduce((a, b) -> b.receivedAt().isAfter(a.receivedAt()) ? b : a);
  }

  @Override
  public Slice<Delivery> list(Part part) {
    return deliveries(new Listing(table, Index.DELIVERIES).byDay(part));
  }

  @Override
  public Slice<Delivery> listAbout(Subject subject, Part part) {
    var listing = new Listing(table, Index.SUBJECT_DELIVERIES);
    return deliveries(listing.last(List.of(subject.toString()), part));
  }

  private Slice<Delivery> deliveries(Slice<Item> slice) {
    var seen = new HashSet<String>();
    var deliveries =
        table.readable(slice.items(), DeliveryItem::read).stream()
            .flatMap(Optional::stream)
            .filter(delivery -> seen.add(delivery.id()))
            .toList();
    return new Slice<>(deliveries, slice.next());
  }
}
