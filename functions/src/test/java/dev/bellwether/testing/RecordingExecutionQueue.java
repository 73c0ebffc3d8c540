package dev.bellwether.testing;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.usecase.port.ExecutionQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what it is given to hand over.
public final class RecordingExecutionQueue implements ExecutionQueue {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /// One message; the delay is what the queue makes of the one asked for.
  public record Sent(Execution execution, Duration delay) {}

  /// Lists what was sent, in order.
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void enqueue(Execution execution, Duration delay) {
    var cut = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    sent.add(new Sent(execution, cut.isNegative() ? Duration.ZERO : cut));
  }
}
