package dev.bellwether.local.lambda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Receives a queue's messages by long polling, several batches at a time.
final class Poller implements AutoCloseable {
  /// As long as SQS allows.
  private static final int LONGEST_WAIT_SECONDS = 20;

  /// What one receive call takes.
  private static final int MOST_AT_ONCE = 10;

  /// How long the handling of received batches may take when the runner stops.
  private static final Duration LAST_BATCHES = Duration.ofSeconds(3);

  private final SqsClient sqs;
  private final String queueUrl;
  private final int batchSize;
  private final Duration window;
  private final Consumer<List<Message>> batches;
  private final Log log;
  private final Set<Thread> receiving = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Poller(
      SqsClient sqs,
      String queueUrl,
      int batchSize,
      Duration window,
      Consumer<List<Message>> batches,
      Log log) {
    this.sqs = sqs;
    this.queueUrl = queueUrl;
    this.batchSize = batchSize;
    this.window = window;
    this.batches = batches;
    this.log = log;
  }

  Poller start(int concurrency) {
    for (int i = 0; i < concurrency; i++) {
      threads.execute(this::run);
    }
    return this;
  }

  private void run() {
    while (closed.getCount() > 0) {
      try {
        var batch = receive(batchSize, LONGEST_WAIT_SECONDS);
        if (!batch.isEmpty()) {
          batches.accept(fill(batch));
        }
      } catch (RuntimeException e) {
        pause(e);
      }
    }
  }

  /// Waits for more while the window is open and the batch is not full.
  private List<Message> fill(List<Message> first) {
    var batch = new ArrayList<>(first);
    var end = System.nanoTime() + window.toNanos();
    while (batch.size() < batchSize && System.nanoTime() < end) {
      var left = Duration.ofNanos(end - System.nanoTime()).toSeconds();
      batch.addAll(receive(batchSize - batch.size(), Math.clamp(left, 1, LONGEST_WAIT_SECONDS)));
    }
    return batch;
  }

  private List<Message> receive(int most, int waitSeconds) {
    receiving.add(Thread.currentThread());
    try {
      return sqs.receiveMessage(
              request ->
                  request
                      .queueUrl(queueUrl)
                      .maxNumberOfMessages(Math.min(most, MOST_AT_ONCE))
                      .waitTimeSeconds(waitSeconds)
                      .messageAttributeNames("All")
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
          .messages();
    } finally {
      receiving.remove(Thread.currentThread());
    }
  }

  private void pause(RuntimeException e) {
    if (closed.getCount() == 0) {
      return;
    }
    log.notable("%s cannot be read: %s".formatted(queueUrl, e.getMessage()));
    try {
      if (closed.await(1, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops to receive, and lets the batches that are being handled end.
  @Override
  public void close() {
    closed.countDown();
    receiving.forEach(Thread::interrupt);
    threads.shutdown();
    try {
      threads.awaitTermination(LAST_BATCHES.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }
}
