package dev.bellwether.adapter.slack;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.http.Vendor;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Notifier;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/// Posts notices to the channel of an incoming webhook.
///
/// Slack gives no handle to drop a second message by: at least once. The webhook's address is its
/// secret, so it is in no reason.
public final class SlackNotifier implements Notifier {
  private static final Vendor SLACK =
      new Vendor("Slack", SlackNotifier::code, SlackNotifier::advice);

  private final Web web;
  private final Supplier<Optional<String>> webhookUrl;

  /// Posts by this webhook, asked for at every use.
  public SlackNotifier(Web web, Supplier<Optional<String>> webhookUrl) {
    this.web = web;
    this.webhookUrl = webhookUrl;
  }

  @Override
  public String channel() {
    return "slack";
  }

  @Override
  public Outcome deliver(Notice notice) {
    var url = webhookUrl.get();
    if (url.isEmpty()) {
      return Outcome.failedForGood(
          "Slack is not set up: put slack_webhook_url in the notification secret");
    }
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url.get()))
              .header("Content-Type", "application/json; charset=utf-8")
              .POST(BodyPublishers.ofString(Json.write(SlackMessage.of(notice))));
      web.send(SLACK, "the message", request);
      return Outcome.done();
    } catch (Refused refused) {
      return refused.outcome();
    } catch (IllegalArgumentException notAnAddress) {
      return Outcome.failedForGood(
          "slack_webhook_url in the notification secret is not an address");
    }
  }

  /// Slack refuses with a bare code: `invalid_blocks`, `channel_is_archived`.
  private static Optional<String> code(byte[] body) {
    var said = new String(body, StandardCharsets.UTF_8).strip();
    return said.matches("[a-z_]{1,40}") ? Optional.of(said) : Optional.empty();
  }

  private static String advice(int status) {
    return switch (status) {
      case 403, 404, 410 ->
          "Make a new incoming webhook and put its address as slack_webhook_url in the notification"
              + " secret";
      default -> "";
    };
  }
}
