package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Mark;
import java.util.TreeSet;

/// Writes SLA clocks as JSON and reads them.
public final class ClockJson {
  private ClockJson() {}

  /// Writes a clock: what it is made of, and what follows from that (`state`, `started_at`,
  /// `stopped_at`, `due_at`), which [#read] does not look at.
  public static ObjectNode write(Clock clock) {
    var json = Json.object();
    json.put("id", clock.id().text());
    json.put("metric", clock.id().metric().wireName());
    json.put("repository", clock.id().subject().repository());
    json.put("subject", clock.id().subject().text());
    json.put("state", Fields.constant(clock.state()));
    Fields.putIfPresent(json, "started_at", clock.startedAt().orElse(null));
    Fields.putIfPresent(json, "stopped_at", clock.stoppedAt().orElse(null));
    Fields.putIfPresent(json, "due_at", clock.dueAt().orElse(null));
    TermsJson.put(json, clock.terms());
    json.put("level", clock.level());
    json.put("armed", clock.armed());
    Fields.putTexts(json, "marks", clock.marks().stream().map(Mark::text).toList());
    json.set("facts", Json.tree(clock.facts().values()));
    json.put("facts_at", clock.factsAt().toString());
    json.put("revision", clock.revision());
    return json;
  }

  /// Reads a clock as [#write] wrote it.
  public static Clock read(JsonNode json) {
    return new Clock(
        ClockId.parse(Fields.text(json, "id")),
        new TreeSet<>(Fields.list(json, "marks", mark -> Mark.parse(mark.textValue()))),
        TermsJson.read(json),
        new Facts(Fields.map(json, "facts")),
        Fields.instant(json, "facts_at"),
        Fields.integer(json, "level"),
        Fields.integer(json, "armed"),
        json.required("revision").longValue());
  }
}
