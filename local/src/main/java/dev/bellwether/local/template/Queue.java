package dev.bellwether.local.template;

import java.time.Duration;
import java.util.Optional;

/// An SQS queue.
///
/// @param url as functions are told it
/// @param redrive where messages go that were received too often
public record Queue(
    String id,
    String name,
    String arn,
    String url,
    Duration visibilityTimeout,
    Duration delay,
    Optional<Redrive> redrive) {

  /// Where a message goes that nobody could handle.
  ///
  /// @param targetArn the dead-letter queue
  /// @param maxReceiveCount how often a message is received before
  public record Redrive(String targetArn, int maxReceiveCount) {}

  /// A queue that no template names, for the runner's own use.
  public static Queue internal(String name, Duration visibilityTimeout) {
    return new Queue(
        name,
        name,
        Site.arn("sqs", name),
        Site.queueUrl(name),
        visibilityTimeout,
        Duration.ZERO,
        Optional.empty());
  }

  static Queue from(String id, Site site, Section section) {
    section.ignore(
        "QueueName",
        "MessageRetentionPeriod",
        "ReceiveMessageWaitTimeSeconds",
        "KmsMasterKeyId",
        "KmsDataKeyReusePeriodSeconds",
        "SqsManagedSseEnabled",
        "RedriveAllowPolicy",
        "Tags");
    var policy = section.section("RedrivePolicy");
    var redrive =
        policy
            .optional("deadLetterTargetArn")
            .map(arn -> new Redrive(arn, policy.number("maxReceiveCount", 0)));
    return new Queue(
        id,
        site.name(id),
        site.arnOf(id),
        Site.queueUrl(site.name(id)),
        Duration.ofSeconds(section.number("VisibilityTimeout", 30)),
        Duration.ofSeconds(section.number("DelaySeconds", 0)),
        redrive);
  }
}
