package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps what became of webhooks.
public interface DeliveryStore {
  /// Stores a delivery that started nothing (one that did travels in its first execution's cause);
  /// a later redelivery replaces it.
  void record(Delivery delivery);

  /// Finds one, however it was stored.
  Optional<Delivery> find(String id);

  /// Lists the newest first.
  Slice<Delivery> list(Part part);

  /// Lists the newest first of those that were about one thing.
  Slice<Delivery> listAbout(Subject subject, Part part);

  /// Lists the newest first, from today and the days before.
  default List<Delivery> newest(Instant now, int limit) {
    return list(Part.newest(now, limit)).items();
  }
}
