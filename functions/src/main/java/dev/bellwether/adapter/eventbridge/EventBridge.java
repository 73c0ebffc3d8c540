package dev.bellwether.adapter.eventbridge;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/// Builds the client as the functions use it; region, credentials and endpoint come from the
/// process, as the SDK finds them.
public final class EventBridge {
  /// EventBridge answers in milliseconds; silence this long is a lost connection, to be tried
  /// again.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private EventBridge() {}

  /// Builds a client.
  public static EventBridgeClient client() {
    return EventBridgeClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
        .build();
  }
}
