package dev.bellwether.local;

import dev.bellwether.local.engine.DynamoDbLocal;
import dev.bellwether.local.engine.ElasticMq;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The two engines that take seconds to start, started side by side.
record Engines(DynamoDbLocal dynamoDbLocal, ElasticMq elasticMq) implements AutoCloseable {
  static Engines start(LocalConfig config) throws IOException {
    var dynamoDb = CompletableFuture.supplyAsync(() -> dynamoDb(config));
    var elasticMq = CompletableFuture.supplyAsync(() -> elasticMq(config));
    try {
      return new Engines(dynamoDb.join(), elasticMq.join());
    } catch (CompletionException e) {
      throw new IOException("An engine did not start: " + e.getCause(), e.getCause());
    }
  }

  private static DynamoDbLocal dynamoDb(LocalConfig config) {
    try {
      return DynamoDbLocal.start(
          config.dynamoDbJars(), config.data().map(folder -> folder.resolve("dynamodb")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ElasticMq elasticMq(LocalConfig config) {
    try {
      return ElasticMq.start(
          Template.REGION, Template.ACCOUNT, config.data().map(folder -> folder.resolve("sqs")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI dynamoDb() {
    return dynamoDbLocal.endpoint();
  }

  URI sqs() {
    return elasticMq.endpoint();
  }

  @Override
  public void close() throws IOException {
    dynamoDbLocal.close();
    elasticMq.close();
  }
}
