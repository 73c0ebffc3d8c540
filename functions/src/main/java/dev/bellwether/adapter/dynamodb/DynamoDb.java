package dev.bellwether.adapter.dynamodb;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/// Builds clients as the functions use them; region, credentials and endpoint come from the
/// process, as the SDK finds them.
public final class DynamoDb {
  /// DynamoDB answers in milliseconds; silence this long is a lost connection, to be tried again.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private DynamoDb() {}

  /// Builds a client.
  public static DynamoDbClient client() {
    return builder().build();
  }

  /// Starts building a client that is otherwise the functions' own.
  public static DynamoDbClientBuilder builder() {
    return DynamoDbClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE));
  }
}
