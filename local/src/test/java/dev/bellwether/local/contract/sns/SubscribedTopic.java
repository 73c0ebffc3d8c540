package dev.bellwether.local.contract.sns;

import dev.bellwether.adapter.sns.Sns;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.testing.AwsEndpoint;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/// A topic that nothing was published to yet, and somebody who subscribed to it.
interface SubscribedTopic extends AutoCloseable {
  StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  /// What a subscriber gets.
  record Received(String subject, String text) {}

  /// Makes one, of the engine that local mode has or at the endpoint that is named.
  static SubscribedTopic fresh() {
    return AwsEndpoint.external()
        .<SubscribedTopic>map(ExternalTopic::new)
        .orElseGet(EmbeddedTopic::new);
  }

  SnsClient client();

  String arn();

  /// Lists what came and was not listed before.
  List<Received> received();

  @Override
  void close();

  static SnsClient clientOf(URI endpoint) {
    return Sns.builder()
        .endpointOverride(endpoint)
        .region(Region.of(Template.REGION))
        .credentialsProvider(CREDENTIALS)
        .build();
  }
}
