package dev.bellwether.adapter.eventbridge;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;

/// Builds the client as the functions use it; region, credentials and endpoint come from the
/// process, as the SDK finds them.
public final class EventBridge {
  /// EventBridge answers in milliseconds; silence this long is a lost connection, to be tried
  /// again.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private EventBridge() {}

  /// Builds a client.
  public static EventBridgeClient client() {
    return builder().build();
  }

  /// Starts building a client that is otherwise the functions' own.
  public static EventBridgeClientBuilder builder() {
    return EventBridgeClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE));
  }
}
