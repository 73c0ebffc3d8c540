package dev.bellwether.testing;

import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ViolationEvents;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps the violations it is told of.
public final class RecordingViolationEvents implements ViolationEvents {
  private final List<Violation> published = new CopyOnWriteArrayList<>();

  /// Lists what was published, in order.
  public List<Violation> published() {
    return List.copyOf(published);
  }

  @Override
  public void publish(Violation violation) {
    published.add(violation);
  }
}
