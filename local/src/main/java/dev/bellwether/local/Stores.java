package dev.bellwether.local;

import dev.bellwether.local.engine.Queues;
import dev.bellwether.local.engine.Tables;
import dev.bellwether.local.lambda.AsyncCalls;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The template's tables and queues, and the runner's client to read the queues with.
record Stores(SqsClient sqs) implements AutoCloseable {
  static Stores create(Template template) throws IOException {
    var tables = CompletableFuture.runAsync(() -> tables(template));
    var sqs = SqsClient.create();
    new Queues(sqs).create(queues(template));
    try {
      tables.join();
    } catch (CompletionException e) {
      sqs.close();
      throw new IOException("The tables cannot be made: " + e.getCause(), e.getCause());
    }
    return new Stores(sqs);
  }

  private static void tables(Template template) {
    try (var client = DynamoDbClient.create()) {
      new Tables(client).create(template.tables());
    }
  }

  private static List<Queue> queues(Template template) {
    var calls = template.functionsCalledSoon().stream().map(AsyncCalls::queue);
    return Stream.concat(template.queues().stream(), calls).toList();
  }

  @Override
  public void close() {
    sqs.close();
  }
}
