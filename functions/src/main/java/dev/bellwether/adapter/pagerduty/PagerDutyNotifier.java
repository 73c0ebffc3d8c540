package dev.bellwether.adapter.pagerduty;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.http.Vendor;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.escalation.Notice.Action;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Notifier;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Triggers, acknowledges and resolves alerts: notices about one alert, and a notice told twice,
/// are one by its key.
///
/// <https://developer.pagerduty.com/docs/send-alert-event>.
public final class PagerDutyNotifier implements Notifier {
  private static final Vendor PAGER_DUTY =
      new Vendor("PagerDuty", body -> Optional.empty(), PagerDutyNotifier::advice);
  private static final String PATH = "/v2/enqueue";
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1024;

  private final Web web;
  private final Supplier<String> eventsUrl;
  private final Supplier<Optional<String>> routingKey;

  /// Triggers alerts at an events address with a routing key, both asked for at every use.
  public PagerDutyNotifier(
      Web web, Supplier<String> eventsUrl, Supplier<Optional<String>> routingKey) {
    this.web = web;
    this.eventsUrl = eventsUrl;
    this.routingKey = routingKey;
  }

  @Override
  public String channel() {
    return "pagerduty";
  }

  @Override
  public Outcome deliver(Notice notice) {
    var key = routingKey.get();
    if (key.isEmpty()) {
      return Outcome.failedForGood(
          "PagerDuty is not set up: put pagerduty_routing_key in the notification secret");
    }
    var request =
        HttpRequest.newBuilder(URI.create(eventsUrl.get().replaceAll("/+$", "") + PATH))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(event(notice, key.get()))));
    try {
      web.send(PAGER_DUTY, "POST " + PATH, request);
      return new Outcome.Done(Map.of("dedup_key", dedupKey(notice)));
    } catch (Refused refused) {
      return refused.outcome();
    }
  }

  private static Map<String, Object> event(Notice notice, String routingKey) {
    var event = new LinkedHashMap<String, Object>();
    event.put("routing_key", routingKey);
    event.put("event_action", action(notice).name().toLowerCase(Locale.ROOT));
    event.put("dedup_key", dedupKey(notice));
    event.put("client", "Bellwether");
    if (action(notice) == Action.TRIGGER) {
      event.put("payload", payload(notice));
    }
    return event;
  }

  private static Map<String, Object> payload(Notice notice) {
    return Map.of(
        "summary",
        Notice.cut(notice.title(), LONGEST_SUMMARY),
        "source",
        notice.subject().repository(),
        "component",
        notice.subject().text(),
        "severity",
        severity(notice.level()),
        "custom_details",
        Map.of("text", notice.text(), "level", notice.level()));
  }

  private static Action action(Notice notice) {
    var alert = notice.alert();
    return alert == null ? Action.TRIGGER : alert.action();
  }

  private static String dedupKey(Notice notice) {
    var alert = notice.alert();
    var key = alert == null ? notice.key() : alert.key();
    return key.length() <= LONGEST_KEY
        ? key
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String severity(int level) {
    return switch (level) {
      case 0 -> "info";
      case 1 -> "warning";
      case 2 -> "error";
      default -> "critical";
    };
  }

  private static String advice(int status) {
    return status == 400 || status == 401 || status == 403
        ? "Check pagerduty_routing_key in the notification secret"
        : "";
  }
}
