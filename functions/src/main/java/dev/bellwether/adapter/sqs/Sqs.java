package dev.bellwether.adapter.sqs;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/// Builds the client as the functions use it; region, credentials and endpoint come from the
/// process, as the SDK finds them.
public final class Sqs {
  /// SQS answers in milliseconds; silence this long is a lost connection, to be tried again.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Sqs() {}

  /// Builds a client.
  public static SqsClient client() {
    return builder().build();
  }

  /// Starts building a client that is otherwise the functions' own.
  public static SqsClientBuilder builder() {
    return SqsClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE));
  }
}
