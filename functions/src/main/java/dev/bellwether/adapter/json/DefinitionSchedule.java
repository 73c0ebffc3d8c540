package dev.bellwether.adapter.json;

import dev.bellwether.domain.workflow.CronExpression;
import dev.bellwether.domain.workflow.CronExpression.Parsed;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Schedule.Firing;
import dev.bellwether.domain.workflow.Schedule.Overlap;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Timing;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads when a scheduled workflow is due.
final class DefinitionSchedule {
  static final Duration LONGEST = Duration.ofDays(30);
  static final Pattern RATE = Pattern.compile("([1-9]\\d{0,4}) (minute|hour|day)s?");
  static final List<String> TIMINGS = List.of("interval_minutes", "rate", "cron");
  static final List<String> KINDS =
      Arrays.stream(SubjectKind.values()).map(SubjectKind::wireName).toList();

  private DefinitionSchedule() {}

  /// Reads the schedule, which is there exactly when `schedule` is among the triggers.
  static Optional<Schedule> read(Draft definition, List<Trigger> triggers) {
    if (triggers.stream().anyMatch(trigger -> trigger.type().equals(TriggerType.SCHEDULE))) {
      definition.require(
          "schedule", "trigger schedule needs one, such as {\"interval_minutes\": 5}");
    } else if (definition.has("schedule") && !triggers.isEmpty()) {
      definition.fault("Only trigger schedule has a schedule: leave it out", "schedule");
    }
    return definition.object("schedule").flatMap(DefinitionSchedule::schedule);
  }

  private static Optional<Schedule> schedule(Draft draft) {
    var timing = timing(draft);
    var overlap = draft.constant("overlap", Overlap.class).orElse(Overlap.SKIP);
    var catchUp = catchUp(draft).orElse(Schedule.STANDARD_CATCH_UP);
    var forEach = draft.named("for_each", KINDS).flatMap(SubjectKind::named).orElse(null);
    var firing = draft.truth("repeat").orElse(false) ? Firing.EVERY_TICK : Firing.ON_CHANGE;
    draft.refuseOthers();
    return timing.map(known -> new Schedule(known, overlap, catchUp, forEach, firing));
  }

  private static Optional<Timing> timing(Draft draft) {
    var written = TIMINGS.stream().filter(draft::has).toList();
    if (written.isEmpty()) {
      draft.require("interval_minutes", "when it is due; or write rate, or cron");
    }
    written.stream()
        .skip(1)
        .forEach(
            key -> draft.fault("Write %s or %s, not both".formatted(written.getFirst(), key), key));
    var minutes = draft.integer("interval_minutes", 1, (int) LONGEST.toMinutes());
    var rate = draft.text("rate", 20).flatMap(text -> rate(draft, text));
    var cron = draft.text("cron", 200).flatMap(text -> cron(draft, text));
    return minutes
        .map(Duration::ofMinutes)
        .or(() -> rate)
        .<Timing>map(Timing.Every::new)
        .or(() -> cron);
  }

  private static Optional<Timing> cron(Draft draft, String text) {
    var zone = zone(draft);
    return switch (CronExpression.parse(text)) {
      case Parsed.Good(var expression) -> zone.map(known -> new Timing.Cron(expression, known));
      case Parsed.Faulty(var because) -> {
        draft.fault(because, "cron");
        yield Optional.empty();
      }
    };
  }

  private static Optional<ZoneId> zone(Draft draft) {
    var name = draft.text("timezone", 60).orElse("UTC");
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      draft.fault("timezone must be an IANA name, such as Europe/Paris", "timezone");
      return Optional.empty();
    }
  }

  private static Optional<Duration> rate(Draft draft, String text) {
    var rate = RATE.matcher(text);
    if (!rate.matches()) {
      draft.fault("rate must be a number and a unit, such as 5 minutes, 1 hour, 2 days", "rate");
      return Optional.empty();
    }
    var number = Long.parseLong(rate.group(1));
    var interval =
        switch (rate.group(2)) {
          case "minute" -> Duration.ofMinutes(number);
          case "hour" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    if (interval.compareTo(LONGEST) > 0) {
      draft.fault("rate must be at most %d days".formatted(LONGEST.toDays()), "rate");
      return Optional.empty();
    }
    return Optional.of(interval);
  }

  private static Optional<Duration> catchUp(Draft draft) {
    if (draft.has("catch_up") && draft.has("catch_up_seconds")) {
      draft.fault("Write catch_up or catch_up_seconds, not both", "catch_up");
    }
    var seconds = draft.seconds("catch_up_seconds", Duration.ZERO, LONGEST);
    return draft.duration("catch_up", Duration.ZERO, LONGEST).or(() -> seconds);
  }
}
