package dev.bellwether.function.api;

import dev.bellwether.usecase.port.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Queues that stand as a test says.
final class QueuesByHand implements DeadLetters {
  OptionalInt moved = OptionalInt.of(2);
  final List<String> redriven = new ArrayList<>();

  @Override
  public List<Depth> depths() {
    return List.of(new Depth("actions", 3, 1, 2, true), new Depth("sweeps", 0, 0, 1, false));
  }

  @Override
  public OptionalInt redrive(String queue) {
    redriven.add(queue);
    return moved;
  }
}
