package dev.bellwether.local.contract.sns;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.sqs.Sqs;
import dev.bellwether.local.template.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A topic at some endpoint, with a queue for its subscriber.
final class ExternalTopic implements SubscribedTopic {
  private static final int PATIENCE_SECONDS = 2;

  private final SnsClient client;
  private final SqsClient sqs;
  private final String arn;
  private final String queueUrl;

  ExternalTopic(URI endpoint) {
    var name = "topic-" + UUID.randomUUID();
    client = SubscribedTopic.clientOf(endpoint);
    sqs =
        Sqs.builder()
            .endpointOverride(endpoint)
            .region(Region.of(Template.REGION))
            .credentialsProvider(CREDENTIALS)
            .build();
    arn = client.createTopic(request -> request.name(name)).topicArn();
    queueUrl = sqs.createQueue(request -> request.queueName(name)).queueUrl();
    client.subscribe(request -> request.topicArn(arn).protocol("sqs").endpoint(queueArn()));
  }

  @Override
  public SnsClient client() {
    return client;
  }

  @Override
  public String arn() {
    return arn;
  }

  @Override
  public List<Received> received() {
    var received = new ArrayList<Received>();
    for (var batch = receive(); !batch.isEmpty(); batch = receive()) {
      batch.forEach(message -> received.add(read(message)));
    }
    return received;
  }

  @Override
  public void close() {
    client.close();
    sqs.close();
  }

  private List<Message> receive() {
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(PATIENCE_SECONDS))
        .messages();
  }

  private String queueArn() {
    var attribute = QueueAttributeName.QUEUE_ARN;
    var attributes =
        sqs.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(attribute))
            .attributes();
    return Objects.requireNonNull(attributes.get(attribute));
  }

  private static Received read(Message message) {
    var notification = Json.read(message.body());
    return new Received(
        notification.path("Subject").asText(), notification.path("Message").asText());
  }
}
