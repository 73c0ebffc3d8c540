package dev.bellwether.local.contract.eventbridge;

import dev.bellwether.adapter.eventbridge.EventBridge;
import dev.bellwether.local.template.Rule;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.testing.AwsEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/// An event bus that nothing was put on yet, and somebody who listens to it as the escalation
/// function does: by the pattern in `template.yaml`.
interface ViolationBus extends AutoCloseable {
  Template TEMPLATE = template();
  Rule RULE =
      TEMPLATE.rules().stream()
          .filter(rule -> rule.function().equals("EscalationFunction"))
          .findFirst()
          .orElseThrow();
  StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  /// Makes one, of the engine that local mode has or at the endpoint that is named.
  static ViolationBus fresh() {
    return AwsEndpoint.external().<ViolationBus>map(ExternalBus::new).orElseGet(EmbeddedBus::new);
  }

  EventBridgeClient client();

  String name();

  /// Lists the events that came, each as EventBridge hands it over: JSON.
  List<String> heard();

  @Override
  void close();

  static EventBridgeClient clientOf(URI endpoint) {
    return EventBridge.builder()
        .endpointOverride(endpoint)
        .region(Region.of(Template.REGION))
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  private static Template template() {
    try {
      var root = Path.of(System.getProperty("bellwether.root"));
      return Template.read(root.resolve("template.yaml"), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
