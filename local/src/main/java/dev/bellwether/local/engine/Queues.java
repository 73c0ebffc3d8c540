package dev.bellwether.local.engine;

import dev.bellwether.local.template.Queue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Creates the template's queues.
public final class Queues {
  private final SqsClient client;

  /// Creates queues through a client.
  public Queues(SqsClient client) {
    this.client = client;
  }

  /// Creates those that do not exist, and gives all of them the template's attributes; what lies in
  /// them stays.
  public void create(List<Queue> queues) {
    var existing = names();
    queues.stream()
        .map(Queue::name)
        .filter(name -> !existing.contains(name))
        .forEach(name -> client.createQueue(request -> request.queueName(name)));
    // After all exist, because a queue names the one its dead letters go to.
    for (Queue queue : queues) {
      client.setQueueAttributes(
          request -> request.queueUrl(queue.url()).attributes(attributes(queue)));
    }
  }

  private Set<String> names() {
    return client.listQueues().queueUrls().stream()
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private static Map<QueueAttributeName, String> attributes(Queue queue) {
    var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, "" + queue.visibilityTimeout().toSeconds());
    attributes.put(QueueAttributeName.DELAY_SECONDS, "" + queue.delay().toSeconds());
    queue
        .redrive()
        .ifPresent(
            redrive ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                        .formatted(redrive.targetArn(), redrive.maxReceiveCount())));
    return attributes;
  }
}
