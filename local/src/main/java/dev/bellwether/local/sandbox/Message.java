package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// Something that would have reached a person.
public sealed interface Message {
  /// Tells when it was handed over.
  Instant at();

  /// A message to a Slack channel.
  ///
  /// @param body as posted: `text`, `blocks`, `attachments`
  record Slack(Instant at, JsonNode body) implements Message {}

  /// An e-mail.
  ///
  /// @param topic the topic it was published to, by its last name
  /// @param to the subscribed address
  record Email(Instant at, String topic, String to, String subject, String text)
      implements Message {}

  /// An event for PagerDuty; the routing key is not kept.
  ///
  /// @param action `trigger`, `acknowledge` or `resolve`
  /// @param payload as posted: `summary`, `source`, `severity`, `custom_details`; empty unless
  ///   triggered
  record Alert(Instant at, String action, String dedupKey, JsonNode payload) implements Message {}

  /// An outbound webhook.
  ///
  /// @param id its `webhook-id`
  record Webhook(Instant at, String id, JsonNode body) implements Message {}

  /// Describes the message, with its `kind`.
  default JsonNode toJson() {
    var json = Json.object().put("at", at().toString());
    switch (this) {
      case Slack slack -> json.put("kind", "slack").set("body", slack.body());
      case Email email ->
          json.put("kind", "email")
              .put("topic", email.topic())
              .put("to", email.to())
              .put("subject", email.subject())
              .put("text", email.text());
      case Webhook webhook ->
          json.put("kind", "webhook").put("id", webhook.id()).set("body", webhook.body());
      case Alert alert ->
          json.put("kind", "pagerduty")
              .put("action", alert.action())
              .put("dedup_key", alert.dedupKey())
              .set("payload", alert.payload());
    }
    return json;
  }

  /// Reads a message as [#toJson] describes it.
  static Message from(JsonNode json) {
    var at = Instant.parse(json.path("at").asText());
    return switch (json.path("kind").asText()) {
      case "slack" -> new Slack(at, json.path("body"));
      case "webhook" -> new Webhook(at, json.path("id").asText(), json.path("body"));
      case "pagerduty" ->
          new Alert(
              at,
              json.path("action").asText(),
              json.path("dedup_key").asText(),
              json.path("payload"));
      default ->
          new Email(
              at,
              json.path("topic").asText(),
              json.path("to").asText(),
              json.path("subject").asText(),
              json.path("text").asText());
    };
  }
}
