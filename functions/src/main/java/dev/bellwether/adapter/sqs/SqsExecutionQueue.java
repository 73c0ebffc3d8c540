package dev.bellwether.adapter.sqs;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.TimerQueue;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Sends `{"execution_id": "…", "repository": "octo/hello"}`.
public final class SqsExecutionQueue implements ExecutionQueue {
  private final Queue queue;

  /// Sends to the queue at this URL; the client is asked for when there is something to send.
  public SqsExecutionQueue(Supplier<SqsClient> sqs, String url) {
    this.queue = new Queue(sqs, url);
  }

  @Override
  public void enqueue(Execution execution, Duration delay) {
    var repository = execution.subject().repository();
    queue.send(
        Map.of("execution_id", execution.id().value(), "repository", repository),
        repository,
        delay.compareTo(TimerQueue.MAX_DELAY) > 0 ? TimerQueue.MAX_DELAY : delay);
  }
}
