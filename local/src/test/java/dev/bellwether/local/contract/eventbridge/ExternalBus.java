package dev.bellwether.local.contract.eventbridge;

import dev.bellwether.adapter.sqs.Sqs;
import dev.bellwether.local.template.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A bus at some endpoint, whose rule hands events to a queue.
final class ExternalBus implements ViolationBus {
  private static final int PATIENCE_SECONDS = 2;

  private final String name = "bus-" + UUID.randomUUID();
  private final EventBridgeClient client;
  private final SqsClient sqs;
  private final String queueUrl;

  ExternalBus(URI endpoint) {
    client = ViolationBus.clientOf(endpoint);
    sqs =
        Sqs.builder()
            .endpointOverride(endpoint)
            .region(Region.of(Template.REGION))
            .credentialsProvider(CREDENTIALS)
            .build();
    queueUrl = sqs.createQueue(request -> request.queueName(name)).queueUrl();
    client.createEventBus(request -> request.name(name));
    client.putRule(
        request -> request.eventBusName(name).name("violations").eventPattern(RULE.pattern()));
    client.putTargets(
        request -> request.eventBusName(name).rule("violations").targets(List.of(target())));
  }

  @Override
  public EventBridgeClient client() {
    return client;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> heard() {
    var heard = new ArrayList<String>();
    for (var batch = receive(); !batch.isEmpty(); batch = receive()) {
      batch.forEach(message -> heard.add(message.body()));
    }
    return heard;
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

  private Target target() {
    var arn = QueueAttributeName.QUEUE_ARN;
    var attributes =
        sqs.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(arn))
            .attributes();
    return Target.builder().id("queue").arn(attributes.get(arn)).build();
  }
}
