package dev.bellwether.domain.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Times of days, in the five fields of crontab(5): minute, hour, day of month, month, day of week.
///
/// A field is `*`, or a list of numbers, names (`mon`, `jan`) and ranges, each of which may have a
/// step (`*/15`, `9-17/2`). Where both the day of the month and the day of the week are said, one
/// of them is enough; a field that begins with `*` says nothing for that matter, as in the
/// original.
///
/// <https://man7.org/linux/man-pages/man5/crontab.5.html>
public final class CronExpression {
  /// The rarest of days, a 29th of February that is one day of the week, comes within 40 years.
  private static final int HORIZON_DAYS = 50 * 366;

  private static final Pattern FIELD = Pattern.compile("\\S+");

  private final String text;
  private final Map<CronField, Long> fields;
  private final boolean isEitherDayEnough;

  private CronExpression(String text, Map<CronField, Long> fields, boolean isEitherDayEnough) {
    this.text = text;
    this.fields = fields;
    this.isEitherDayEnough = isEitherDayEnough;
  }

  /// How reading one came out.
  public sealed interface Parsed {
    /// It can be due.
    record Good(CronExpression expression) implements Parsed {}

    /// It cannot be read, or could never be due.
    ///
    /// @param position of the character it fails at, from 1
    /// @param advice what is wrong and what to write, in a sentence without a full stop
    record Faulty(int position, String advice) implements Parsed {}
  }

  /// Reads an expression; space around and between its fields does not matter.
  public static Parsed parse(String text) {
    try {
      return new Parsed.Good(read(text));
    } catch (CronField.Fault fault) {
      return new Parsed.Faulty(fault.index() + 1, String.valueOf(fault.getMessage()));
    }
  }

  private static CronExpression read(String text) {
    var found = FIELD.matcher(text).results().toList();
    var all = List.of(CronField.values());
    if (found.size() != all.size()) {
      throw new CronField.Fault(
          found.size() < all.size() ? text.length() : found.get(all.size()).start(),
          "There are five fields: minute, hour, day of month, month, day of week; this has %d"
              .formatted(found.size()));
    }
    var fields = new EnumMap<CronField, Long>(CronField.class);
    for (int i = 0; i < all.size(); i++) {
      fields.put(all.get(i), all.get(i).read(found.get(i).group(), found.get(i).start()));
    }
    var dayOfMonth = found.get(all.indexOf(CronField.DAY_OF_MONTH));
    var dayOfWeek = found.get(all.indexOf(CronField.DAY_OF_WEEK));
    var isEither = !dayOfMonth.group().startsWith("*") && !dayOfWeek.group().startsWith("*");
    var plain = String.join(" ", found.stream().map(MatchResult::group).toList());
    var expression = new CronExpression(plain, fields, isEither);
    if (!expression.isPossible()) {
      throw new CronField.Fault(
          dayOfMonth.start(),
          "No month of these has a day %s: it would never be due".formatted(dayOfMonth.group()));
    }
    return expression;
  }

  /// Finds the first instant strictly after another at which the clocks of a zone show such a time.
  ///
  /// A time that the clocks skip counts as the first instant after; one that they show twice counts
  /// the first time only.
  Instant nextAfter(Instant instant, ZoneId zone) {
    var from = LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
    return Stream.iterate(from.toLocalDate(), day -> day.plusDays(1))
        .limit(HORIZON_DAYS)
        .filter(this::includes)
        .flatMap(this::timesOf)
        .filter(time -> !time.isBefore(from))
        .map(time -> instantOf(time, zone))
        .filter(candidate -> candidate.isAfter(instant))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(text + " is possible, and never comes"));
  }

  private boolean includes(LocalDate day) {
    if (!has(CronField.MONTH, day.getMonthValue())) {
      return false;
    }
    var byMonth = has(CronField.DAY_OF_MONTH, day.getDayOfMonth());
    var byWeek = has(CronField.DAY_OF_WEEK, day.getDayOfWeek().getValue() % 7);
    return isEitherDayEnough ? byMonth || byWeek : byMonth && byWeek;
  }

  private Stream<LocalDateTime> timesOf(LocalDate day) {
    return in(CronField.HOUR, 23)
        .boxed()
        .flatMap(hour -> in(CronField.MINUTE, 59).mapToObj(minute -> day.atTime(hour, minute)));
  }

  private static Instant instantOf(LocalDateTime time, ZoneId zone) {
    var transition = zone.getRules().getTransition(time);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : time.atZone(zone).toInstant();
  }

  private boolean isPossible() {
    var earliest = in(CronField.DAY_OF_MONTH, 31).min().orElseThrow();
    return isEitherDayEnough
        || in(CronField.MONTH, 12).anyMatch(month -> earliest <= Month.of(month).maxLength());
  }

  private IntStream in(CronField field, int max) {
    return IntStream.rangeClosed(0, max).filter(number -> has(field, number));
  }

  private boolean has(CronField field, int number) {
    return (fields.getOrDefault(field, 0L) >> number & 1) == 1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CronExpression expression && text.equals(expression.text);
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
