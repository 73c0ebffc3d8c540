package dev.bellwether.local.engine;

import dev.bellwether.local.template.Topic;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// SNS: mails what is published to the addresses the template subscribes.
public final class Topics {
  /// Stands where the address would, so that a message is seen also when nobody subscribed.
  private static final List<String> NOBODY = List.of("(nobody has subscribed)");

  private final List<Topic> topics;
  private final Mailer mailer;

  /// Mails through a mailer.
  public Topics(List<Topic> topics, Mailer mailer) {
    this.topics = List.copyOf(topics);
    this.mailer = mailer;
  }

  String publish(Map<String, String> request) throws RefusedException {
    var arn = request.getOrDefault("TopicArn", "");
    var topic =
        topics.stream()
            .filter(candidate -> candidate.arn().equals(arn))
            .findFirst()
            .orElseThrow(() -> new RefusedException("NotFound", "Topic does not exist"));
    var subject = request.getOrDefault("Subject", "AWS Notification Message");
    var message = request.getOrDefault("Message", "");
    if (message.isEmpty()) {
      throw new RefusedException("InvalidParameter", "Invalid parameter: Empty message");
    }
    if (subject.length() > 100 || subject.codePoints().anyMatch(Character::isISOControl)) {
      throw new RefusedException("InvalidParameter", "Invalid parameter: Subject");
    }
    for (String address : topic.addresses().isEmpty() ? NOBODY : topic.addresses()) {
      mailer.mail(topic.name(), address, subject, message);
    }
    return UUID.randomUUID().toString();
  }
}
