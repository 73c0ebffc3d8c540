package dev.bellwether.local.template;

import java.time.Duration;

/// A queue that a function reads: an event source mapping.
///
/// @param function the logical id of the function
/// @param queueArn the queue
/// @param batchSize most messages at once
/// @param window how long to wait for a batch to fill
/// @param concurrency most batches at a time
/// @param reports what an answer of the function says about the batch
public record QueueSource(
    String function,
    String queueArn,
    int batchSize,
    Duration window,
    int concurrency,
    Reports reports) {

  /// What an answer without an exception says about the batch.
  public enum Reports {
    /// All of it succeeded.
    WHOLE_BATCH,
    /// It succeeded but for the messages the answer names.
    FAILED_ITEMS
  }

  /// How many batches Lambda starts with when the template sets no maximum.
  private static final int USUAL_CONCURRENCY = 5;

  static QueueSource from(String function, Section event) {
    event.ignore("MetricsConfig", "Tags");
    var scaling = event.section("ScalingConfig");
    return new QueueSource(
        function,
        event.text("Queue"),
        event.number("BatchSize", 10),
        Duration.ofSeconds(event.number("MaximumBatchingWindowInSeconds", 0)),
        scaling.number("MaximumConcurrency", USUAL_CONCURRENCY),
        event.texts("FunctionResponseTypes").contains("ReportBatchItemFailures")
            ? Reports.FAILED_ITEMS
            : Reports.WHOLE_BATCH);
  }
}
