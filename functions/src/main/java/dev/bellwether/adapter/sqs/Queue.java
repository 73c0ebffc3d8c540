package dev.bellwether.adapter.sqs;

import dev.bellwether.adapter.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.SqsClient;

/// One queue to send small JSON messages to.
final class Queue {
  /// What SQS takes as a message group id.
  private static final Pattern GROUP = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");

  private final Supplier<SqsClient> sqs;
  private final String url;

  Queue(Supplier<SqsClient> sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /// Sends a message that comes out after a delay, or up to a second later, never before: SQS
  /// counts whole seconds.
  void send(Map<String, ?> message, String repository, Duration delay) {
    sqs.get()
        .sendMessage(
            request ->
                request
                    .queueUrl(url)
                    .messageBody(Json.write(message))
                    .messageGroupId(groupOf(repository))
                    .delaySeconds(wholeSeconds(delay)));
  }

  static int wholeSeconds(Duration delay) {
    return delay.isNegative() ? 0 : Math.toIntExact(delay.plusNanos(999_999_999).toSeconds());
  }

  /// Names the group: the repository where SQS takes its name, a digest of the longest ones.
  static String groupOf(String repository) {
    return GROUP.matcher(repository).matches()
        ? repository
        : UUID.nameUUIDFromBytes(repository.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
