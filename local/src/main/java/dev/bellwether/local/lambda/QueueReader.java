package dev.bellwether.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.QueueSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/// An event source mapping: reads a queue in batches, calls the function and deletes what it
/// handled. The rest comes again when its visibility timeout is over.
public final class QueueReader implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// What one delete call takes.
  private static final int MOST_AT_ONCE = 10;

  private final QueueSource source;
  private final Queue queue;
  private final LambdaFunction function;
  private final SqsClient sqs;
  private final Log log;
  private final Poller poller;

  private QueueReader(
      QueueSource source, Queue queue, LambdaFunction function, SqsClient sqs, Log log) {
    this.source = source;
    this.queue = queue;
    this.function = function;
    this.sqs = sqs;
    this.log = log;
    this.poller =
        new Poller(sqs, queue.url(), source.batchSize(), source.window(), this::handle, log);
  }

  /// Starts to read.
  public static QueueReader start(
      QueueSource source, Queue queue, LambdaFunction function, SqsClient sqs, Log log) {
    var reader = new QueueReader(source, queue, function, sqs, log);
    reader.poller.start(source.concurrency());
    return reader;
  }

  private void handle(List<Message> batch) {
    try {
      var answer = function.invoke(SqsEvents.event(batch, queue.arn()));
      var failed = failed(batch, JSON.readTree(answer));
      delete(batch.stream().filter(message -> !failed.contains(message.messageId())).toList());
    } catch (FunctionFailedException e) {
      // The function's log says why; the batch comes again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.notable("%s: an answer that is no JSON".formatted(source.function()));
    }
  }

  /// As on Lambda, an answer that names a message which is not in the batch fails all of it.
  private Set<String> failed(List<Message> batch, JsonNode answer) throws JsonProcessingException {
    if (source.reports() == QueueSource.Reports.WHOLE_BATCH) {
      return Set.of();
    }
    var all = batch.stream().map(Message::messageId).collect(Collectors.toSet());
    var failed = new HashSet<String>();
    for (JsonNode item : answer.path("batchItemFailures")) {
      failed.add(item.path("itemIdentifier").asText());
    }
    return all.containsAll(failed) ? failed : all;
  }

  private void delete(List<Message> handled) {
    for (int from = 0; from < handled.size(); from += MOST_AT_ONCE) {
      var entries = new ArrayList<DeleteMessageBatchRequestEntry>();
      for (Message message : handled.subList(from, Math.min(from + MOST_AT_ONCE, handled.size()))) {
        entries.add(
            DeleteMessageBatchRequestEntry.builder()
                .id("" + entries.size())
                .receiptHandle(message.receiptHandle())
                .build());
      }
      sqs.deleteMessageBatch(request -> request.queueUrl(queue.url()).entries(entries));
    }
  }

  @Override
  public void close() {
    poller.close();
  }
}
