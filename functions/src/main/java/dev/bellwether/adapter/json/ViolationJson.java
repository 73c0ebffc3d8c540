package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.sla.ViolationCount;
import dev.bellwether.domain.workflow.Subject;

/// Writes violations as JSON and reads them: the detail of `SLA Violation Detected`, the record in
/// the table and the API's answer alike.
public final class ViolationJson {
  private ViolationJson() {}

  /// Writes a violation; `stopped_at` is left out while the promise is open.
  public static ObjectNode write(Violation violation) {
    var clock = violation.clock();
    var json = Json.object();
    json.put("violation_id", violation.id());
    json.put("metric", clock.metric().wireName());
    json.put("repository", clock.subject().repository());
    json.put("subject", clock.subject().text());
    json.put("level", violation.level().number());
    json.put("previous_level", violation.previousLevel());
    json.put("threshold_seconds", Fields.seconds(violation.threshold()));
    json.put("elapsed_seconds", Fields.seconds(violation.elapsed()));
    json.put("started_at", violation.startedAt().toString());
    json.put("detected_at", violation.detectedAt().toString());
    Fields.putIfPresent(json, "stopped_at", violation.stoppedAt());
    Fields.putTexts(json, "channels", violation.channels());
    json.put("round", violation.round());
    json.set("facts", Json.tree(violation.facts().values()));
    return json;
  }

  /// Writes how many there were on a day.
  public static ObjectNode write(ViolationCount count) {
    return Json.object()
        .put("day", count.day().toString())
        .put("metric", count.metric().wireName())
        .put("level", count.level().number())
        .put("count", count.count());
  }

  /// Reads a violation as [#write] wrote it.
  ///
  /// @throws IllegalArgumentException when a field is missing or out of its range
  public static Violation read(JsonNode json) {
    return new Violation(
        clock(json),
        Level.numbered(Fields.integer(json, "level"))
            .orElseThrow(() -> new IllegalArgumentException("A level is 1, 2 or 3")),
        Fields.integer(json, "previous_level"),
        Fields.instant(json, "started_at"),
        Fields.seconds(json, "threshold_seconds"),
        Fields.seconds(json, "elapsed_seconds"),
        Fields.instant(json, "detected_at"),
        Fields.instantOrNull(json, "stopped_at"),
        Fields.list(json, "channels", JsonNode::textValue),
        new Facts(Fields.map(json, "facts")),
        json.path("round").asInt());
  }

  private static ClockId clock(JsonNode json) {
    var metric =
        Metric.named(Fields.text(json, "metric"))
            .orElseThrow(() -> new IllegalArgumentException("No such metric"));
    return new ClockId(
        metric, Subject.parse(Fields.text(json, "repository"), Fields.text(json, "subject")));
  }
}
