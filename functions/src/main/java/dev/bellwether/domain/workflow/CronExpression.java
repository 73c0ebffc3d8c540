package dev.bellwether.domain.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A cron expression of five fields, as crontab(5) has them: minute, hour, day of month, month, day
/// of week. Where both days are named, either will do.
public final class CronExpression {
  /// No later instant is looked for; a leap day comes every four years, but for one in a century.
  private static final int YEARS = 9;

  private final String text;
  private final Map<CronField, NavigableSet<Integer>> fields;
  private final boolean isAnyDayOfMonth;
  private final boolean isAnyDayOfWeek;

  private CronExpression(
      String text, List<String> parts, Map<CronField, NavigableSet<Integer>> fields) {
    this.text = text;
    this.fields = fields;
    this.isAnyDayOfMonth = parts.get(2).startsWith("*");
    this.isAnyDayOfWeek = parts.get(4).startsWith("*");
  }

  /// What came of reading an expression.
  public sealed interface Parsed {
    /// Well-formed, and due some day.
    record Good(CronExpression expression) implements Parsed {}

    /// Not; `because` says which field and what to write.
    record Faulty(String because) implements Parsed {}
  }

  /// Reads an expression.
  public static Parsed parse(String text) {
    var parts = List.of(text.strip().split("\\s+", -1));
    if (parts.size() != CronField.values().length) {
      return new Parsed.Faulty(
          "cron has five fields: minute, hour, day of month, month, day of week;"
              + " \"30 9 * * 1-5\" is half past nine on weekdays");
    }
    var fields = new EnumMap<CronField, NavigableSet<Integer>>(CronField.class);
    var rest = parts.iterator();
    for (var field : CronField.values()) {
      var part = rest.next();
      var values = field.parse(part);
      if (values.isEmpty()) {
        return new Parsed.Faulty("cron's %s cannot be '%s'".formatted(field.inWords(), part));
      }
      fields.put(field, values.get());
    }
    var expression = new CronExpression(String.join(" ", parts), parts, fields);
    return expression.nextAfter(Instant.EPOCH, ZoneOffset.UTC).isPresent()
        ? new Parsed.Good(expression)
        : new Parsed.Faulty("cron is never due: no such day comes");
  }

  /// Finds the first due instant strictly after an instant, on the clocks of a zone. A time that a
  /// day's clocks skip is the first instant after; one that they show twice is the first.
  public Optional<Instant> nextAfter(Instant instant, ZoneId zone) {
    var start = instant.atZone(zone).toLocalDate();
    for (var day = start; day.isBefore(start.plusYears(YEARS)); day = day.plusDays(1)) {
      if (!isDueOn(day)) {
        continue;
      }
      var due = times(day).stream().map(time -> instant(time, zone)).filter(instant::isBefore);
      var first = due.findFirst();
      if (first.isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  private boolean isDueOn(LocalDate day) {
    var inMonth = values(CronField.DAY_OF_MONTH).contains(day.getDayOfMonth());
    var inWeek = values(CronField.DAY_OF_WEEK).contains(day.getDayOfWeek().getValue() % 7);
    var isEither = !isAnyDayOfMonth && !isAnyDayOfWeek;
    var isDay = (inMonth && inWeek) || (isEither && (inMonth || inWeek));
    return isDay && values(CronField.MONTH).contains(day.getMonthValue());
  }

  private List<LocalDateTime> times(LocalDate day) {
    var times = new ArrayList<LocalDateTime>();
    for (var hour : values(CronField.HOUR)) {
      for (var minute : values(CronField.MINUTE)) {
        times.add(day.atTime(hour, minute));
      }
    }
    return times;
  }

  private static Instant instant(LocalDateTime local, ZoneId zone) {
    var transition = zone.getRules().getTransition(local);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  private NavigableSet<Integer> values(CronField field) {
    return fields.getOrDefault(field, new TreeSet<>());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CronExpression cron && text.equals(cron.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// Writes it as it was read, with single spaces.
  @Override
  public String toString() {
    return text;
  }
}
