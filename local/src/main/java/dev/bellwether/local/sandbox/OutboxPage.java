package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Shows what would have reached people, the newest first, each as the person would see it.
final class OutboxPage {
  private static final int SHOWN = 200;

  private OutboxPage() {}

  static Html of(Outbox outbox) {
    var messages = outbox.messages().reversed();
    if (messages.isEmpty()) {
      return Html.element(
          "p.empty",
          "Nobody has been told anything yet. Slack messages, e-mails and pages appear here as soon"
              + " as a workflow or an escalation sends one.");
    }
    return Html.element(
        "ol.messages", Html.each(messages.stream().limit(SHOWN), OutboxPage::message));
  }

  private static Html message(Message message) {
    return switch (message) {
      case Message.Slack slack ->
          card("Slack", slack, Html.NOTHING, SlackHtml.message(slack.body()));
      case Message.Email email ->
          card(
              "E-mail",
              email,
              Html.element("span.quiet", "to %s by %s".formatted(email.to(), email.topic())),
              Html.all(Html.element("h3", email.subject()), Html.element("p.text", email.text())));
      case Message.Webhook webhook ->
          card("Webhook", webhook, Html.element("span.quiet", webhook.id()), webhook(webhook));
      case Message.Alert alert -> card("PagerDuty", alert, action(alert), alert(alert));
    };
  }

  private static Html webhook(Message.Webhook webhook) {
    var data = webhook.body().path("data");
    return Html.all(
        Html.element("h3", data.path("title").asText(webhook.body().path("type").asText())),
        Html.element("p.text", data.path("text").asText()),
        Html.element("pre", Json.write(webhook.body())));
  }

  private static Html action(Message.Alert alert) {
    var severity = alert.payload().path("severity").asText();
    return severity.isEmpty()
        ? Html.element("span.pill", alert.action())
        : Html.all(Html.element("span.pill", alert.action()), severity(severity));
  }

  private static Html severity(String severity) {
    return severity.equals("critical") || severity.equals("error")
        ? Html.element("span.pill.bad", severity)
        : Html.element("span.pill", severity);
  }

  private static Html alert(Message.Alert alert) {
    var payload = alert.payload();
    var details =
        Html.each(
            StreamSupport.stream(payload.path("custom_details").properties().spliterator(), false),
            OutboxPage::detail);
    return Html.all(
        Html.element("h3", payload.path("summary").asText(alert.action())),
        payload.has("source")
            ? Html.element("p.quiet", "From " + payload.path("source").asText())
            : Html.NOTHING,
        Html.element("dl", details),
        Html.element("p.quiet", "Incident key " + alert.dedupKey()));
  }

  private static Html detail(Map.Entry<String, JsonNode> detail) {
    var value = detail.getValue();
    return Html.all(
        Html.element("dt", detail.getKey()),
        Html.element("dd", value.isValueNode() ? value.asText() : Json.write(value)));
  }

  private static Html card(String channel, Message message, Html about, Html content) {
    return Html.element(
        "li.card",
        Html.element(
            "header", Html.element("strong", channel), about, LocalHtml.time(message.at())),
        content);
  }
}
