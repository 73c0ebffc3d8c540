package dev.bellwether.local.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.template.Schedule;
import dev.bellwether.local.template.Template;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Writes what a schedule calls its function with.
final class ScheduledEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScheduledEvents() {}

  static String event(Schedule schedule, Instant at) {
    var time = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return schedule
        .input()
        .map(input -> fill(input, schedule, time))
        .orElseGet(() -> usual(schedule, time));
  }

  /// The two schedulers differ: EventBridge Scheduler writes the detail as a text, not an object.
  private static String usual(Schedule schedule, String time) {
    var byRule = schedule.source() == Schedule.Source.RULE;
    var event =
        JSON.createObjectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", "Scheduled Event")
            .put("source", byRule ? "aws.events" : "aws.scheduler")
            .put("account", Template.ACCOUNT)
            .put("time", time)
            .put("region", Template.REGION);
    event.putArray("resources").add(arn(schedule));
    if (byRule) {
      event.putObject("detail");
    } else {
      event.put("detail", "{}");
    }
    return event.toString();
  }

  /// Scheduler's context attributes; a rule has none and leaves the input as it is.
  private static String fill(String input, Schedule schedule, String time) {
    return schedule.source() == Schedule.Source.RULE
        ? input
        : input
            .replace("<aws.scheduler.scheduled-time>", time)
            .replace("<aws.scheduler.schedule-arn>", arn(schedule))
            .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
            .replace("<aws.scheduler.attempt-number>", "1");
  }

  private static String arn(Schedule schedule) {
    return schedule.source() == Schedule.Source.RULE
        ? "arn:aws:events:%s:%s:rule/%s".formatted(Template.REGION, Template.ACCOUNT, schedule.id())
        : "arn:aws:scheduler:%s:%s:schedule/default/%s"
            .formatted(Template.REGION, Template.ACCOUNT, schedule.id());
  }
}
