package dev.bellwether.domain.condition;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Hours of the week on the clocks of a zone: `Mon-Fri 09:00-12:30, 13:30-17:00, Sat 10:00-14:00
/// Europe/Paris`. Hours whose end is not after their beginning run into the next day; `24:00` is
/// the day's end. Where clocks are put on or back, what they show counts.
record WeeklyHours(List<Hours> hours, ZoneId zone) {
  private static final int LONGEST = 300;
  private static final Pattern PART = Pattern.compile("(\\S+)\\s+(\\S+)");
  private static final Pattern NEW_DAYS = Pattern.compile("(?<=\\d),(?=[A-Za-z])|;");
  private static final Pattern TIMES = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  /// From a time of some days to another, which is of the day after unless it is later.
  record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    boolean include(DayOfWeek day, LocalTime time) {
      if (to.isAfter(from)) {
        return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
      }
      return (days.contains(day) && !time.isBefore(from))
          || (days.contains(day.minus(1)) && time.isBefore(to));
    }
  }

  WeeklyHours {
    hours = List.copyOf(hours);
  }

  /// Tells whether an instant is within the hours.
  boolean include(Instant instant) {
    var local = instant.atZone(zone);
    return hours.stream().anyMatch(h -> h.include(local.getDayOfWeek(), local.toLocalTime()));
  }

  /// Reads hours; nothing when the text is none.
  static Optional<WeeklyHours> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var stripped = text.strip().replaceAll("\\s*([,;])\\s*", "$1");
    var space = stripped.lastIndexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    try {
      var zone = ZoneId.of(stripped.substring(space + 1));
      var hours = new ArrayList<Hours>();
      for (var part : NEW_DAYS.split(stripped.substring(0, space), -1)) {
        hours.addAll(part(part.strip()));
      }
      return Optional.of(new WeeklyHours(hours, zone));
    } catch (DateTimeException | IllegalArgumentException noHours) {
      return Optional.empty();
    }
  }

  private static List<Hours> part(String text) {
    var part = PART.matcher(text);
    if (!part.matches()) {
      throw new IllegalArgumentException("Days, then times: " + text);
    }
    var days = EnumSet.noneOf(DayOfWeek.class);
    Arrays.stream(part.group(1).split(",", -1)).forEach(range -> days.addAll(days(range)));
    return Arrays.stream(part.group(2).split(",", -1)).map(times -> hours(days, times)).toList();
  }

  private static Set<DayOfWeek> days(String range) {
    var ends = range.split("-", 2);
    var day = day(ends[0]);
    var last = day(ends[ends.length - 1]);
    var days = EnumSet.of(day);
    while (day != last) {
      day = day.plus(1);
      days.add(day);
    }
    return days;
  }

  private static DayOfWeek day(String name) {
    var upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().equals(upper) || day.name().substring(0, 3).equals(upper))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No day: " + name));
  }

  private static Hours hours(Set<DayOfWeek> days, String text) {
    var times = TIMES.matcher(text);
    if (!times.matches()) {
      throw new IllegalArgumentException("No times: " + text);
    }
    var end = times.group(2).equals("24:00") ? "00:00" : times.group(2);
    return new Hours(days, LocalTime.parse(times.group(1)), LocalTime.parse(end));
  }
}
