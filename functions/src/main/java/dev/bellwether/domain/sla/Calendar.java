package dev.bellwether.domain.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// When time counts: always, or in working hours, on the clocks of a zone and without holidays.
///
/// What the clocks show counts, so that on the day when they are put on, 00:00 to 06:00 is five
/// hours of work, and seven when they are put back. Every question costs time by the day between
/// the instants it is about.
///
/// @param id names it in policies
/// @param hours the hours of each day of the week, in order; of a day without any, none counts
/// @param holidays days whose hours do not count
public record Calendar(
    String id, ZoneId zone, Map<DayOfWeek, List<Hours>> hours, Set<LocalDate> holidays) {
  /// Every hour of every day.
  public static final Calendar ALWAYS =
      new Calendar("always", ZoneOffset.UTC, everyDay(Hours.WHOLE_DAY), Set.of());

  /// So far can the clocks of a zone be from those of UTC.
  private static final Duration FURTHEST = Duration.ofHours(19);

  /// @throws IllegalArgumentException when no hour of the week counts
  public Calendar {
    var sorted = new TreeMap<DayOfWeek, List<Hours>>();
    hours.forEach(
        (day, some) -> sorted.put(day, some.stream().sorted(Hours.BY_START).distinct().toList()));
    sorted.values().removeIf(List::isEmpty);
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("The calendar %s has no hours".formatted(id));
    }
    hours = Collections.unmodifiableSortedMap(sorted);
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
  }

  /// Hours of a day.
  ///
  /// @param from the first minute, 0 to 1439
  /// @param to the minute after the last, up to 1440
  public record Hours(int from, int to) {
    /// From midnight to midnight.
    public static final Hours WHOLE_DAY = new Hours(0, 1440);

    private static final Comparator<Hours> BY_START =
        Comparator.comparingInt(Hours::from).thenComparingInt(Hours::to);

    /// @throws IllegalArgumentException unless they are within a day and end after they begin
    public Hours {
      if (from < 0 || to > WHOLE_DAY_MINUTES || from >= to) {
        throw new IllegalArgumentException(
            "Hours are from 00:00 to 24:00 and end after they begin");
      }
    }

    private static final int WHOLE_DAY_MINUTES = 1440;

    /// Reads `09:00-17:30`.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Hours parse(String text) {
      if (!text.matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d")) {
        throw new IllegalArgumentException("Hours read 09:00-17:30");
      }
      return new Hours(minutes(text.substring(0, 5)), minutes(text.substring(6)));
    }

    private static int minutes(String time) {
      var hour = Integer.parseInt(time.substring(0, 2));
      var minute = Integer.parseInt(time.substring(3));
      if (minute > 59) {
        throw new IllegalArgumentException("An hour has 60 minutes");
      }
      return hour * 60 + minute;
    }

    @Override
    public String toString() {
      return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
  }

  /// A time from an instant to a later one.
  record Span(Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }

    Duration within(Instant begin, Instant end) {
      var start = from.isBefore(begin) ? begin : from;
      var stop = to.isAfter(end) ? end : to;
      return start.isBefore(stop) ? Duration.between(start, stop) : Duration.ZERO;
    }
  }

  private static Map<DayOfWeek, List<Hours>> everyDay(Hours hours) {
    var week = new TreeMap<DayOfWeek, List<Hours>>();
    for (var day : DayOfWeek.values()) {
      week.put(day, List.of(hours));
    }
    return week;
  }

  /// Measures how much of the time between two instants counts; none where the second is earlier.
  public Duration worked(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Duration.ZERO;
    }
    if (equals(ALWAYS)) {
      return Duration.between(from, to);
    }
    var sum = Duration.ZERO;
    var last = to.atZone(zone).toLocalDate().plusDays(1);
    for (var day = before(from); !day.isAfter(last); day = day.plusDays(1)) {
      for (var span : open(day)) {
        sum = sum.plus(span.within(from, to));
      }
    }
    return sum;
  }

  /// Finds the earliest instant by which so much time has counted since another; that one itself
  /// where it is none.
  public Instant after(Instant from, Duration working) {
    if (working.isNegative() || working.isZero()) {
      return from;
    }
    if (equals(ALWAYS)) {
      return from.plus(working);
    }
    var left = working;
    for (var day = before(from); ; day = day.plusDays(1)) {
      for (var span : open(day)) {
        var counted = span.within(from, span.to());
        if (counted.compareTo(left) >= 0) {
          return span.to().minus(counted.minus(left));
        }
        left = left.minus(counted);
      }
    }
  }

  /// Tells whether time counts at an instant.
  public boolean isOpen(Instant at) {
    return !worked(at, at.plusNanos(1)).isZero();
  }

  private LocalDate before(Instant from) {
    return from.atZone(zone).toLocalDate().minusDays(1);
  }

  /// Lists when the clocks show hours of a day that count, in order. Where they are put on or back
  /// meanwhile, the hours before and after are looked at by what the clocks showed then.
  private List<Span> open(LocalDate day) {
    var some = hours.getOrDefault(day.getDayOfWeek(), List.of());
    if (some.isEmpty() || holidays.contains(day)) {
      return List.of();
    }
    var spans = new ArrayList<Span>();
    var midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    var end = midnight.plus(Duration.ofDays(1)).plus(FURTHEST);
    for (var at = midnight.minus(FURTHEST); at.isBefore(end); ) {
      var offset = zone.getRules().getOffset(at);
      var change = zone.getRules().nextTransition(at);
      var until = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
      for (var one : some) {
        add(spans, instant(day, one.from(), offset), instant(day, one.to(), offset), at, until);
      }
      at = until;
    }
    return spans;
  }

  private static void add(
      List<Span> spans, Instant from, Instant to, Instant earliest, Instant latest) {
    var start = from.isBefore(earliest) ? earliest : from;
    var stop = to.isAfter(latest) ? latest : to;
    if (start.isBefore(stop)) {
      spans.add(new Span(start, stop));
    }
  }

  private static Instant instant(LocalDate day, int minute, ZoneOffset offset) {
    return day.atTime(LocalTime.MIDNIGHT).plusMinutes(minute).toInstant(offset);
  }
}
