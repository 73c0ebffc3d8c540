package dev.bellwether.adapter.webhook;

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
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Posts notices to an address of the team's own, signed.
///
/// At least once; every attempt has the same `webhook-id`, by which a receiver knows a second one.
/// Redirects are not followed. The address may be a secret, so it is in no reason.
public final class WebhookNotifier implements Notifier {
  private static final Vendor RECEIVER =
      new Vendor("The webhook's receiver", body -> Optional.empty(), WebhookNotifier::advice);
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Web web;
  private final Supplier<Optional<String>> url;
  private final Supplier<Optional<String>> secret;
  private final InstantSource clock;

  /// Posts to an address with a secret, both asked for at every use.
  public WebhookNotifier(
      Web web,
      Supplier<Optional<String>> url,
      Supplier<Optional<String>> secret,
      InstantSource clock) {
    this.web = web;
    this.url = url;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return "webhook";
  }

  @Override
  public Outcome deliver(Notice notice) {
    var address = url.get();
    var key = secret.get();
    if (address.isEmpty() || key.isEmpty()) {
      return Outcome.failedForGood(
          "The webhook is not set up: put webhook_url and webhook_secret in the notification"
              + " secret");
    }
    try {
      web.send(RECEIVER, "the notice", request(notice, address.get(), key.get()));
      return new Outcome.Done(Map.of("webhook_id", id(notice)));
    } catch (Refused refused) {
      return refused.outcome();
    } catch (IllegalArgumentException wrong) {
      return Outcome.failedForGood(
          "In the notification secret, webhook_url must be an https address, and webhook_secret"
              + " whsec_ with a key in base 64, or any other text");
    }
  }

  private HttpRequest.Builder request(Notice notice, String address, String key) {
    var now = clock.instant();
    var body = body(notice, now.toString());
    return HttpRequest.newBuilder(safe(URI.create(address)))
        .header("Content-Type", "application/json")
        .header("webhook-id", id(notice))
        .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
        .header("webhook-signature", WebhookSignature.of(key, id(notice), now, body))
        .POST(BodyPublishers.ofString(body));
  }

  /// What is told may be confidential: it goes out in the clear to this machine only.
  private static URI safe(URI address) {
    var isHere = "http".equals(address.getScheme()) && HERE.contains(address.getHost());
    if (!isHere && !"https".equals(address.getScheme())) {
      throw new IllegalArgumentException("not https");
    }
    return address;
  }

  private static String body(Notice notice, String at) {
    var data = new LinkedHashMap<String, Object>();
    data.put("key", notice.key());
    data.put("level", notice.level());
    data.put("title", notice.title());
    data.put("text", notice.text());
    data.put("repository", notice.subject().repository());
    data.put("subject", notice.subject().text());
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "bellwether.notice");
    body.put("timestamp", at);
    body.put("data", data);
    return Json.write(body);
  }

  /// Receivers keep it as a key: no character that means anything anywhere.
  private static String id(Notice notice) {
    return "msg_" + notice.key().replaceAll("[^A-Za-z0-9_-]", "_");
  }

  private static String advice(int status) {
    return status == 410
        ? "It wants no more; take webhook_url out of the notification secret, or change it"
        : "Check webhook_url and webhook_secret in the notification secret";
  }
}
