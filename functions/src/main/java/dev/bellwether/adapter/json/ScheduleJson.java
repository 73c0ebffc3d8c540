package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.CronExpression;
import dev.bellwether.domain.workflow.CronExpression.Parsed;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Schedule.Firing;
import dev.bellwether.domain.workflow.Schedule.Overlap;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Timing;
import java.time.Duration;
import java.time.ZoneId;

/// Writes a definition's schedule and reads it.
final class ScheduleJson {
  private ScheduleJson() {}

  static ObjectNode write(Schedule schedule) {
    var json = Json.object();
    switch (schedule.timing()) {
      case Timing.Every(var interval) -> json.put("interval_minutes", interval.toMinutes());
      case Timing.Cron(var expression, var zone) ->
          json.put("cron", expression.toString()).put("timezone", zone.getId());
    }
    json.put("overlap", Fields.constant(schedule.overlap()));
    json.put("catch_up_seconds", Fields.seconds(schedule.catchUp()));
    schedule.toldKind().ifPresent(kind -> json.put("for_each", kind.wireName()));
    if (schedule.firing() == Firing.EVERY_TICK) {
      json.put("repeat", true);
    }
    return json;
  }

  static Schedule read(JsonNode json) {
    return new Schedule(
        timing(json),
        Fields.constant(json, "overlap", Overlap.class),
        Fields.seconds(json, "catch_up_seconds"),
        json.has("for_each")
            ? SubjectKind.named(Fields.text(json, "for_each")).orElseThrow()
            : null,
        json.path("repeat").booleanValue() ? Firing.EVERY_TICK : Firing.ON_CHANGE);
  }

  private static Timing timing(JsonNode json) {
    if (!json.has("cron")) {
      return new Timing.Every(Duration.ofMinutes(Fields.integer(json, "interval_minutes")));
    }
    return switch (CronExpression.parse(Fields.text(json, "cron"))) {
      case Parsed.Good(var expression) ->
          new Timing.Cron(expression, ZoneId.of(Fields.text(json, "timezone")));
      case Parsed.Faulty(var because) -> throw new IllegalArgumentException(because);
    };
  }
}
