package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Judges events as PagerDuty's Events API v2 does.
///
/// See <https://developer.pagerduty.com/docs/send-alert-event>.
final class PagerDutyEvents {
  private static final List<String> ACTIONS = List.of("trigger", "acknowledge", "resolve");
  private static final List<String> SEVERITIES = List.of("critical", "error", "warning", "info");
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1024;

  private PagerDutyEvents() {}

  /// Lists what is wrong with an event; nothing when it would be taken.
  static List<String> faults(JsonNode event) {
    var faults = new ArrayList<String>();
    var action = event.path("event_action").asText();
    require(faults, event, "routing_key");
    if (!ACTIONS.contains(action)) {
      faults.add("'event_action' must be one of " + String.join(", ", ACTIONS));
    }
    if (event.path("dedup_key").asText().length() > LONGEST_KEY) {
      faults.add("'dedup_key' must be at most 255 characters");
    }
    if (!action.equals("trigger")) {
      require(faults, event, "dedup_key");
      return faults;
    }
    var payload = event.path("payload");
    require(faults, payload, "summary");
    require(faults, payload, "source");
    if (payload.path("summary").asText().length() > LONGEST_SUMMARY) {
      faults.add("'summary' must be at most 1024 characters");
    }
    if (!SEVERITIES.contains(payload.path("severity").asText())) {
      faults.add("'severity' must be one of " + String.join(", ", SEVERITIES));
    }
    return faults;
  }

  /// Takes an event; one without a key gets one.
  static Message.Alert alert(JsonNode event, Instant at) {
    var given = event.path("dedup_key").asText();
    var payload = event.path("payload");
    return new Message.Alert(
        at,
        event.path("event_action").asText(),
        given.isEmpty() ? Text.sha(at + Json.write(payload)) : given,
        payload.isObject() ? payload : Json.object());
  }

  private static void require(List<String> faults, JsonNode object, String key) {
    if (object.path(key).asText().isBlank()) {
      faults.add("'%s' is missing or blank".formatted(key));
    }
  }
}
