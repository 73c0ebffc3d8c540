package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Durations;
import dev.bellwether.domain.workflow.Schedule.Overlap;
import dev.bellwether.domain.workflow.TriggerType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;

/// Describes triggers and schedules, as [DefinitionTriggers] and [DefinitionSchedule] read them.
final class TriggerSchema {
  private TriggerSchema() {}

  /// The name of a trigger, by the name `trigger_name` among the definitions.
  static ObjectNode name() {
    var names = new TreeSet<>(TriggerType.KNOWN);
    var spellings = new TreeSet<>(TriggerType.ALIASES.keySet());
    spellings.addAll(names);
    return Schema.any(
        Schema.oneOf(names),
        Schema.described("Other spellings.", Schema.oneOf(others(spellings, names))),
        Schema.described(
            "Any other event of GitHub's: github.<event> or github.<event>.<action>.",
            Schema.matching(TriggerType.GITHUB)));
  }

  /// What sets a workflow off.
  static ObjectNode trigger() {
    var one = Schema.any(Schema.ref("trigger_name"), Schema.ref("trigger"));
    return Schema.described(
        "What sets the workflow off: any of these.",
        Schema.any(
            Schema.ref("trigger_name"),
            Schema.ref("trigger"),
            Schema.list(one, 1, DefinitionTriggers.MOST)));
  }

  /// A trigger that is narrowed, by the name `trigger` among the definitions.
  static ObjectNode narrowed() {
    var keys = new LinkedHashMap<String, JsonNode>();
    keys.put("type", Schema.ref("trigger_name"));
    keys.put("repositories", names("Globs over owner/name."));
    keys.put("branches", names("Globs over the branch; of a pull request, the one it targets."));
    keys.put("paths", names("Globs over the paths touched; one that matches is enough."));
    keys.put("labels", names("Labels of which the subject has one."));
    keys.put("sources", names("Names of inbound webhooks; for trigger webhook only."));
    keys.put(
        "include_own",
        Schema.described("Whether what Bellwether itself did counts.", Schema.of("boolean")));
    var trigger = Schema.object(keys, "type");
    trigger
        .putArray("allOf")
        .add(
            Schema.when(
                Schema.requiring("sources"),
                Schema.where("type", Schema.exactly(DefinitionTriggers.WITH_SOURCES))));
    return trigger;
  }

  /// When a workflow is due, by the name `schedule` among the definitions.
  static ObjectNode schedule() {
    var catchUp = Schema.seconds(Duration.ZERO, DefinitionSchedule.LONGEST);
    var keys = new LinkedHashMap<String, JsonNode>();
    keys.put("interval_minutes", Schema.integer(1, DefinitionSchedule.LONGEST.toMinutes()));
    keys.put(
        "rate",
        Schema.described(
            "A number and a unit: 5 minutes, 1 hour.", Schema.matching(DefinitionSchedule.RATE)));
    keys.put(
        "cron",
        Schema.described(
            "Minute, hour, day of month, month, day of week: */15 9-17 * * mon-fri.",
            Schema.text(200)));
    keys.put(
        "timezone",
        Schema.described(
            "Whose clocks cron goes by, such as Europe/Paris; UTC by default.", Schema.text(60)));
    keys.put(
        "overlap",
        Schema.described(
            "What a tick does while an earlier execution runs; skip by default.",
            Schema.oneOf(Overlap.class)));
    keys.put("catch_up", Schema.any(Schema.matching(Durations.TEXT), catchUp));
    keys.put("catch_up_seconds", catchUp);
    keys.put(
        "for_each",
        Schema.described(
            "The kind of open subject to run over.", Schema.oneOf(DefinitionSchedule.KINDS)));
    keys.put(
        "repeat",
        Schema.described(
            "Whether a subject fires at every tick; false by default: once, until the conditions"
                + " have been false.",
            Schema.of("boolean")));
    keys.put(
        "limit",
        Schema.described(
            "How many subjects fire at one tick at most, the oldest first.",
            Schema.integer(1, DefinitionSchedule.MOST_SUBJECTS)));
    var schedule = Schema.object(keys);
    var timings = schedule.putArray("oneOf");
    DefinitionSchedule.TIMINGS.forEach(key -> timings.add(Schema.requiring(key)));
    schedule.set("not", Schema.requiring("catch_up", "catch_up_seconds"));
    schedule.putObject("dependentRequired").putArray("timezone").add("cron");
    return schedule;
  }

  /// Holds where `schedule` is among the triggers.
  static ObjectNode scheduled() {
    var name = Schema.exactly(TriggerType.SCHEDULE.name());
    var one = Schema.any(name, Schema.where("type", name).put("type", "object"));
    ((ObjectNode) one.required("anyOf").path(1)).putArray("required").add("type");
    var several = Schema.of("array");
    several.set("contains", one);
    var condition = Schema.where("trigger", Schema.any(one, several));
    condition.putArray("required").add("trigger");
    return condition;
  }

  private static ObjectNode names(String description) {
    return Schema.described(
        description, Schema.texts(DefinitionTriggers.MOST_NAMES, DefinitionTriggers.LONGEST_NAME));
  }

  private static Set<String> others(Set<String> spellings, Set<String> names) {
    var others = new TreeSet<>(spellings);
    spellings.forEach(spelling -> others.add(spelling.replace('_', '-')));
    others.removeAll(names);
    return others;
  }
}
