package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.DeliveryJson;
import dev.bellwether.domain.workflow.Delivery;
import java.util.Optional;

/// Deliveries as items: of their own when they started nothing, else the execution's that carries
/// them.
final class DeliveryItem {
  private static final String PREFIX = "delivery#";

  /// The attribute of an execution's item that holds the delivery; written once.
  private static final String CARRIED = "delivery";

  /// What it may take of the item.
  private static final int LIMIT = Body.LIMIT - ExecutionItem.LIMIT;

  private DeliveryItem() {}

  static Item key(String id) {
    return Item.at(PREFIX + id);
  }

  static Item of(Delivery delivery) {
    var item = key(delivery.id()).with(Item.EXPIRES_AT, Times.expiry(delivery.receivedAt()));
    if (delivery.subject() != null) {
      item.with("subject_key", delivery.subject().toString());
    }
    return index(item.withBody(DeliveryJson.write(delivery)), delivery);
  }

  /// Lets an execution's item be a delivery's record, too.
  static Item carry(Item item, Delivery delivery) {
    return index(item.with(CARRIED, DeliveryJson.write(delivery), LIMIT), delivery);
  }

  /// Adds what an item is found by when it is a delivery's record.
  private static Item index(Item item, Delivery delivery) {
    return item.with("delivery_id", delivery.id())
        .with("delivery_day_shard", Shards.ofDay(delivery.receivedAt(), delivery.id()))
        .with("received_at", delivery.receivedAt());
  }

  static Optional<Delivery> read(Item item) {
    return item.text(Item.PK).orElseThrow().startsWith(PREFIX)
        ? Optional.of(DeliveryJson.read(item.body()))
        : Optional.of(DeliveryJson.read(item.document(CARRIED)));
  }
}
