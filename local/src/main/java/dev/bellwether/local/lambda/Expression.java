package dev.bellwether.local.lambda;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/// When a schedule is due.
interface Expression {
  Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
  Pattern CRON = Pattern.compile("cron\\((.+)\\)");

  /// EventBridge's cron is Quartz's without the seconds.
  CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

  /// The first time after another; [Instant#MAX] when there is none.
  Instant after(Instant time);

  /// Reads `rate(...)` or `cron(...)`.
  ///
  /// @param zone in which a cron expression is meant
  /// @throws IllegalArgumentException when it is neither, with the expression
  static Expression parse(String text, String zone) {
    var rate = RATE.matcher(text);
    if (rate.matches()) {
      var every = unit(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1)));
      return time -> time.plus(every);
    }
    var cron = CRON.matcher(text);
    if (cron.matches()) {
      return cron(cron.group(1), ZoneId.of(zone));
    }
    throw new IllegalArgumentException(
        "%s is no schedule that local mode knows: rate(...) or cron(...)".formatted(text));
  }

  private static Expression cron(String fields, ZoneId zone) {
    var execution = ExecutionTime.forCron(PARSER.parse("0 " + fields));
    return time ->
        execution
            .nextExecution(time.atZone(zone))
            .map(ZonedDateTime::toInstant)
            .orElse(Instant.MAX);
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "minute" -> Duration.ofMinutes(1);
      case "hour" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
