package dev.bellwether.local.contract.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.adapter.sqs.Sqs;
import dev.bellwether.local.engine.ElasticMq;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.testing.AwsEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// One SQS for all tests of this process, and a fresh queue for each.
final class SqsUnderTest {
  static final SqsClient CLIENT = client(AwsEndpoint.external().orElseGet(SqsUnderTest::embedded));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String url;

  /// Creates a queue.
  SqsUnderTest() {
    url = CLIENT.createQueue(request -> request.queueName("q-" + UUID.randomUUID())).queueUrl();
  }

  String url() {
    return url;
  }

  /// Takes the messages out that are visible.
  List<Map<String, Object>> arrived() {
    var arrived = new ArrayList<Map<String, Object>>();
    for (var batch = receive(); !batch.isEmpty(); batch = receive()) {
      batch.forEach(message -> arrived.add(fields(message.body())));
    }
    return arrived;
  }

  /// Counts the messages that are delayed.
  int held() {
    var delayed = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
    var attributes =
        CLIENT
            .getQueueAttributes(request -> request.queueUrl(url).attributeNames(delayed))
            .attributes();
    return Integer.parseInt(attributes.getOrDefault(delayed, "0"));
  }

  private List<Message> receive() {
    return CLIENT
        .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
        .messages();
  }

  private static Map<String, Object> fields(String body) {
    try {
      return JSON.readValue(body, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SqsClient client(URI endpoint) {
    return Sqs.builder()
        .endpointOverride(endpoint)
        .region(Region.of(Template.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  /// Ends with the process.
  private static URI embedded() {
    try {
      return ElasticMq.start(Template.REGION, Template.ACCOUNT, Optional.empty()).endpoint();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
