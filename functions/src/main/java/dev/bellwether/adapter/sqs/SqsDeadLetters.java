package dev.bellwether.adapter.sqs;

import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.MESSAGE_GROUP_ID;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import dev.bellwether.usecase.port.DeadLetters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// Looks into queues of SQS, and moves what is dead back message by message, which every
/// implementation of SQS can; its own move tasks, not all.
public final class SqsDeadLetters implements DeadLetters {
  private static final int BATCH = 10;

  private final Supplier<SqsClient> sqs;
  private final List<Pair> pairs;

  /// A queue with its dead-letter queue.
  ///
  /// @param url null where what dies comes from no queue, such as events
  public record Pair(String name, @Nullable String url, String deadUrl) {}

  /// Looks into these.
  public SqsDeadLetters(Supplier<SqsClient> sqs, List<Pair> pairs) {
    this.sqs = sqs;
    this.pairs = List.copyOf(pairs);
  }

  @Override
  public List<Depth> depths() {
    return pairs.stream().map(this::depth).toList();
  }

  private Depth depth(Pair pair) {
    var live = Optional.ofNullable(pair.url()).map(this::attributes).orElse(Map.of());
    var dead = attributes(pair.deadUrl());
    return new Depth(
        pair.name(),
        number(live, APPROXIMATE_NUMBER_OF_MESSAGES)
            + number(live, APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
        number(live, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(dead, APPROXIMATE_NUMBER_OF_MESSAGES),
        pair.url() != null);
  }

  @Override
  public OptionalInt redrive(String queue) {
    for (var pair : pairs) {
      var url = pair.url();
      if (pair.name().equals(queue) && url != null) {
        return OptionalInt.of(moved(pair.deadUrl(), url));
      }
    }
    return OptionalInt.empty();
  }

  private int moved(String from, String to) {
    var moved = 0;
    while (moved < MOST_AT_ONCE) {
      var batch =
          sqs.get()
              .receiveMessage(
                  request ->
                      request
                          .queueUrl(from)
                          .maxNumberOfMessages(BATCH)
                          .messageSystemAttributeNames(MESSAGE_GROUP_ID))
              .messages();
      if (batch.isEmpty()) {
        return moved;
      }
      batch.forEach(message -> move(message, from, to));
      moved += batch.size();
    }
    return moved;
  }

  /// Deleted once it is sent: nothing is lost in between.
  private void move(Message message, String from, String to) {
    sqs.get()
        .sendMessage(
            request ->
                request
                    .queueUrl(to)
                    .messageBody(message.body())
                    .messageGroupId(message.attributes().get(MESSAGE_GROUP_ID)));
    sqs.get()
        .deleteMessage(request -> request.queueUrl(from).receiptHandle(message.receiptHandle()));
  }

  private Map<QueueAttributeName, String> attributes(String url) {
    return sqs.get()
        .getQueueAttributes(
            request ->
                request
                    .queueUrl(url)
                    .attributeNames(
                        APPROXIMATE_NUMBER_OF_MESSAGES,
                        APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                        APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes();
  }

  private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Long.parseLong(attributes.getOrDefault(name, "0"));
  }
}
