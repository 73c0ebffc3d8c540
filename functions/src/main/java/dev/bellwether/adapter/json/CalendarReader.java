package dev.bellwether.adapter.json;

import dev.bellwether.domain.sla.Calendar;
import dev.bellwether.domain.sla.Calendar.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads calendars: a zone, the hours of the week, and holidays.
///
///     {"id": "paris", "zone": "Europe/Paris",
///      "hours": {"mon-fri": ["09:00-12:30", "13:30-17:30"], "sat": ["22:00-02:00"]},
///      "holidays": {"country": "FR", "also": ["2026-12-24"], "except": ["2026-05-25"]}}
final class CalendarReader {
  private static final int MOST_HOURS = 20;
  private static final int MOST_DATES = 500;
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final String MIDNIGHT = "24:00";

  private final Holidays holidays;

  CalendarReader(Holidays holidays) {
    this.holidays = holidays;
  }

  Optional<Calendar> read(Draft draft) {
    var id = PolicyReader.id(draft, "what policies name it by, such as paris");
    var zone = zone(draft);
    draft.require("hours", "which hours count, such as {\"mon-fri\": [\"09:00-17:30\"]}");
    var hours = draft.object("hours").map(CalendarReader::hours).orElse(Map.of());
    var days = draft.object("holidays").map(this::days).orElse(Set.of());
    draft.refuseOthers();
    if (hours.values().stream().allMatch(List::isEmpty)) {
      if (draft.has("hours")) {
        draft.fault("No hour of the week counts: write some", "hours");
      }
      return Optional.empty();
    }
    return id.flatMap(known -> zone.map(z -> new Calendar(known, z, hours, days)));
  }

  private static Optional<ZoneId> zone(Draft draft) {
    var name = draft.requiredText("zone", 60, "on whose clocks, such as Europe/Paris");
    var known = name.filter(ZoneId.getAvailableZoneIds()::contains);
    if (name.isPresent() && known.isEmpty()) {
      draft.fault("zone must be a name of the IANA's, such as Europe/Paris", "zone");
    }
    return known.map(ZoneId::of);
  }

  private static Map<DayOfWeek, List<Hours>> hours(Draft draft) {
    var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, new ArrayList<>());
    }
    for (var range : draft.keys()) {
      var days = days(range);
      if (days.isEmpty()) {
        draft.fault("A day or a range of days, such as mon or mon-fri", range);
      }
      for (var text : draft.texts(range, MOST_HOURS, 11)) {
        try {
          days.forEach(day -> add(week, day, text));
        } catch (IllegalArgumentException wrong) {
          draft.fault("Hours such as 09:00-17:30, not '%s'".formatted(text), range);
        }
      }
    }
    return week;
  }

  /// Hours that end before they begin run into the next day.
  private static void add(Map<DayOfWeek, List<Hours>> week, DayOfWeek day, String text) {
    var ends = text.split("-", 2);
    if (ends.length == 2 && ends[1].compareTo(ends[0]) < 0) {
      week.getOrDefault(day, List.of()).add(Hours.parse(ends[0] + "-" + MIDNIGHT));
      if (!ends[1].equals("00:00")) {
        week.getOrDefault(day.plus(1), List.of()).add(Hours.parse("00:00-" + ends[1]));
      }
    } else {
      week.getOrDefault(day, List.of()).add(Hours.parse(text));
    }
  }

  private static List<DayOfWeek> days(String range) {
    var ends = range.toLowerCase(Locale.ROOT).split("-", 2);
    var from = DAYS.indexOf(ends[0]);
    var to = DAYS.indexOf(ends[ends.length - 1]);
    var days = new ArrayList<DayOfWeek>();
    if (from >= 0 && to >= 0) {
      for (int i = from; ; i = (i + 1) % DAYS.size()) {
        days.add(DayOfWeek.of(i + 1));
        if (i == to) {
          break;
        }
      }
    }
    return days;
  }

  private Set<LocalDate> days(Draft draft) {
    var days = new TreeSet<LocalDate>();
    var subdivision = draft.text("subdivision", 10);
    var country = draft.text("country", 2).map(text -> text.toUpperCase(Locale.ROOT));
    if (country.isPresent()) {
      var official = holidays.of(country.get(), subdivision.orElse(""));
      if (official.isEmpty()) {
        draft.fault("No holidays are known of '%s'".formatted(country.get()), "country");
      }
      official.ifPresent(days::addAll);
    } else if (subdivision.isPresent()) {
      draft.fault("A subdivision needs its country", "subdivision");
    }
    days.addAll(dates(draft, "also"));
    days.removeAll(dates(draft, "except"));
    draft.refuseOthers();
    return days;
  }

  private static List<LocalDate> dates(Draft draft, String key) {
    var dates = new ArrayList<LocalDate>();
    for (var text : draft.texts(key, MOST_DATES, 10)) {
      try {
        dates.add(LocalDate.parse(text));
      } catch (DateTimeParseException noDate) {
        draft.fault("A date such as 2026-12-24, not '%s'".formatted(text), key);
      }
    }
    return dates;
  }
}
