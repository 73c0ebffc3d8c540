package dev.bellwether.adapter.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.http.Vendor;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Notifier;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Posts notices to a channel: as a bot where there is a token, else by an incoming webhook.
///
/// Slack gives no handle to drop a second message by: at least once. It takes about one message a
/// second for each channel; what it does not take now is posted as soon as it asks for it, however
/// often that takes. The webhook's address is its secret, so it is in no reason.
///
/// <https://docs.slack.dev/apis/web-api/rate-limits>
public final class SlackNotifier implements Notifier {
  private static final Vendor SLACK =
      new Vendor("Slack", SlackNotifier::code, SlackNotifier::advice);
  private static final Duration UNNAMED_WAIT = Duration.ofSeconds(1);
  private static final String LIMITED = "rate_limited";

  private final Web web;
  private final Supplier<String> apiUrl;
  private final Supplier<Access> access;

  /// Posts by this access, asked for at every use.
  ///
  /// @param apiUrl `https://slack.com/api`, asked for where there is a token
  public SlackNotifier(Web web, Supplier<String> apiUrl, Supplier<Access> access) {
    this.web = web;
    this.apiUrl = apiUrl;
    this.access = access;
  }

  /// How Slack is reached; a token and a channel go before a webhook.
  public record Access(
      Optional<String> token, Optional<String> channel, Optional<String> webhookUrl) {
    /// Leaves the secrets out.
    @Override
    public String toString() {
      return "Access[channel=%s]".formatted(channel);
    }
  }

  @Override
  public String channel() {
    return "slack";
  }

  @Override
  public Outcome deliver(Notice notice) {
    var slack = access.get();
    try {
      if (slack.token().isPresent() && slack.channel().isPresent()) {
        return asBot(slack.token().get(), slack.channel().get(), notice);
      }
      return slack
          .webhookUrl()
          .map(url -> byWebhook(url, notice))
          .orElseGet(
              () ->
                  Outcome.failedForGood(
                      "Slack is not set up: put slack_webhook_url, or slack_bot_token and"
                          + " slack_channel, in the notification secret"));
    } catch (Refused refused) {
      return outcome(refused);
    } catch (IllegalArgumentException notAnAddress) {
      return Outcome.failedForGood(
          "slack_webhook_url in the notification secret is not an address");
    }
  }

  private Outcome byWebhook(String url, Notice notice) {
    web.send(SLACK, "the message", request(URI.create(url), SlackMessage.of(notice)));
    return Outcome.done();
  }

  /// Slack refuses a bot with status 200 and a code.
  private Outcome asBot(String token, String channel, Notice notice) {
    var message = new LinkedHashMap<String, Object>(SlackMessage.of(notice));
    message.put("channel", channel);
    message.put("unfurl_links", false);
    var url = URI.create(apiUrl.get().replaceAll("/+$", "") + "/chat.postMessage");
    var request = request(url, message).header("Authorization", "Bearer " + token);
    var answer = read(web.send(SLACK, "chat.postMessage", request).body());
    if (answer.path("ok").asBoolean()) {
      return new Outcome.Done(Map.of("ts", answer.path("ts").asText()));
    }
    var error = answer.path("error").asText("unreadable");
    return error.equals("ratelimited")
        ? later(UNNAMED_WAIT)
        : new Outcome.Failed(failure(error), Map.of());
  }

  private static HttpRequest.Builder request(URI url, Map<String, Object> message) {
    return HttpRequest.newBuilder(url)
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString(Json.write(message)));
  }

  private static JsonNode read(byte[] body) {
    try {
      return Json.read(body);
    } catch (Json.Malformed noJson) {
      return Json.object();
    }
  }

  private static Failure failure(String error) {
    var code = code(error.getBytes(StandardCharsets.UTF_8)).orElse("unreadable");
    var reason = "Slack answered to chat.postMessage: " + code;
    return switch (code) {
      case "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "unreadable" ->
          new Failure.Transient(code, reason, null);
      case "channel_not_found", "not_in_channel", "is_archived" ->
          new Failure.Permanent(
              code, reason + ". Check slack_channel, and invite the bot to that channel");
      default -> new Failure.Permanent(code, reason + ". Check slack_bot_token and its scopes");
    };
  }

  /// Too many at once is nobody's fault: it is no attempt that failed.
  private static Outcome outcome(Refused refused) {
    return refused.failure() instanceof Failure.Transient limited && limited.code().equals(LIMITED)
        ? later(limited.askedWait().orElse(UNNAMED_WAIT))
        : refused.outcome();
  }

  private static Outcome later(Duration wait) {
    return new Outcome.Pending(wait, "Slack takes no more messages just now", Map.of());
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
