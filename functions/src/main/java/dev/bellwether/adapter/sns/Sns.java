package dev.bellwether.adapter.sns;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;

/// Builds the client as the functions use it; region, credentials and endpoint come from the
/// process, as the SDK finds them.
public final class Sns {
  /// SNS answers in milliseconds; silence this long is a lost connection, to be tried again.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Sns() {}

  /// Builds a client.
  public static SnsClient client() {
    return builder().build();
  }

  /// Starts building a client that is otherwise the functions' own.
  public static SnsClientBuilder builder() {
    return SnsClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE));
  }
}
