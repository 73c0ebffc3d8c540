package dev.bellwether.adapter.sns;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Notifier;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;

/// Sends notices as e-mails to those who subscribed to the topic of their level; at least once.
public final class SnsNotifier implements Notifier {
  /// SNS wants ASCII, no line break, fewer than 100 characters:
  /// <https://docs.aws.amazon.com/sns/latest/api/API_Publish.html>.
  private static final int LONGEST_SUBJECT = 99;

  private final Supplier<SnsClient> sns;
  private final IntFunction<Optional<String>> topicArn;

  /// Publishes to topics.
  ///
  /// @param topicArn finds a level's topic, 0 for the general one; nothing when it is not set up
  public SnsNotifier(Supplier<SnsClient> sns, IntFunction<Optional<String>> topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public String channel() {
    return "email";
  }

  @Override
  public Outcome deliver(Notice notice) {
    var topic = topicArn.apply(notice.level());
    if (topic.isEmpty()) {
      return Outcome.failedForGood(
          "E-mail for level %d is not set up: this function has no topic for it"
              .formatted(notice.level()));
    }
    try {
      var sent =
          sns.get()
              .publish(p -> p.topicArn(topic.get()).subject(subject(notice)).message(body(notice)));
      return new Outcome.Done(Map.of("message_id", sent.messageId()));
    } catch (SnsException refused) {
      var reason =
          "SNS answered %d to the e-mail: %s".formatted(refused.statusCode(), code(refused));
      return refused.isThrottlingException() || refused.statusCode() >= 500
          ? Outcome.failedForNow(reason)
          : Outcome.failedForGood(
              reason + ". Check the topic and that this function may publish to it");
    } catch (SdkClientException unanswered) {
      return Outcome.failedForNow("SNS did not answer");
    }
  }

  /// An answer that is not SNS's own, say of something in between, has no code.
  private static String code(SnsException refused) {
    @Nullable AwsErrorDetails details = refused.awsErrorDetails();
    return details == null ? "no code" : details.errorCode();
  }

  private static String subject(Notice notice) {
    var tag = notice.level() == 0 ? "[Bellwether] " : "[Level " + notice.level() + "] ";
    var plain = Normalizer.normalize(notice.title(), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    var ascii = plain.replaceAll("\\s+", " ").replaceAll("[^ -~]", "?");
    var whole = tag + ascii.strip();
    return whole.length() > LONGEST_SUBJECT
        ? whole.substring(0, LONGEST_SUBJECT - 3) + "..."
        : whole;
  }

  private static String body(Notice notice) {
    var text = notice.text().isBlank() ? notice.title() : notice.text();
    return text + "\n\n" + notice.subject() + "\n";
  }
}
