package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/// Writes silences as JSON and reads them, also as people write them:
///
///     {"conditions": [{"field": "repository", "operator": "glob", "value": "octo/*"}],
///      "from": "2026-11-25T20:00:00Z", "until": "2026-11-25T22:00:00Z", "comment": "Maintenance"}
public final class SilenceJson {
  private static final Duration LONGEST = Duration.ofDays(90);

  private SilenceJson() {}

  /// Writes a silence.
  public static ObjectNode write(Silence silence) {
    var json = Json.object();
    json.put("id", silence.id());
    ConditionJson.putAll(json, "conditions", silence.conditions());
    json.put("from", silence.from().toString());
    json.put("until", silence.until().toString());
    json.put("by", silence.by());
    json.put("comment", silence.comment());
    return json;
  }

  /// Reads a silence as [#write] wrote it.
  public static Silence read(JsonNode json) {
    return new Silence(
        Fields.text(json, "id"),
        ConditionJson.readAll(json, "conditions"),
        Fields.instant(json, "from"),
        Fields.instant(json, "until"),
        Fields.text(json, "by"),
        Fields.text(json, "comment"));
  }

  /// Reads what a person wrote; `from` is now and `until` half an hour later where they are left
  /// out, and instead of `until` the `minutes` may be given.
  ///
  /// @param id names it
  /// @param speaker who sent it, and whose it is unless they may speak for others
  public static Reading<Silence> read(
      JsonNode document, String id, Principal speaker, Instant now) {
    var faults = new ArrayList<Fault>();
    var silence = Draft.of(document, "", faults).map(draft -> silence(draft, id, speaker, now));
    return silence.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(silence.get())
        : new Reading.Refused<>(faults);
  }

  private static Silence silence(Draft draft, String id, Principal speaker, Instant now) {
    var conditions = DefinitionConditions.read(draft, "conditions");
    var from = draft.instant("from").orElse(now);
    var most = Math.toIntExact(LONGEST.toMinutes());
    var minutes = draft.integer("minutes", 1, most).orElse(30);
    var until = draft.instant("until").orElse(from.plus(Duration.ofMinutes(minutes)));
    if (draft.has("minutes") && draft.has("until")) {
      draft.fault("Write until or minutes, not both", "minutes");
    }
    if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
      draft.fault(
          "until must be after from, by at most %d days".formatted(LONGEST.toDays()), "until");
      until = from.plus(Incident.LONGEST_HOLD);
    }
    var by = Speaker.read(draft, speaker);
    var comment = draft.text("comment", 500).orElse("");
    draft.refuseOthers();
    return new Silence(id, conditions, from, until, by, comment);
  }
}
