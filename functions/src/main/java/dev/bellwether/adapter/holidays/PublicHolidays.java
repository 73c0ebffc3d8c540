package dev.bellwether.adapter.holidays;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.bellwether.adapter.json.Holidays;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Asks Jollyday, once for each country and year: last year's, this year's and those of two more.
public final class PublicHolidays implements Holidays {
  private static final int YEARS_AHEAD = 2;

  private final InstantSource clock;
  private final Map<Asked, Optional<Set<LocalDate>>> known = new ConcurrentHashMap<>();

  /// Looks from the present year.
  public PublicHolidays(InstantSource clock) {
    this.clock = clock;
  }

  private record Asked(String country, String subdivision, int year) {}

  @Override
  public Optional<Set<LocalDate>> of(String country, String subdivision) {
    var asked =
        new Asked(
            country.toLowerCase(Locale.ROOT),
            subdivision.toLowerCase(Locale.ROOT),
            clock.instant().atOffset(ZoneOffset.UTC).getYear());
    return known.computeIfAbsent(asked, PublicHolidays::look);
  }

  private static Optional<Set<LocalDate>> look(Asked asked) {
    var codes = HolidayManager.getSupportedCalendarCodes();
    if (codes.stream().noneMatch(asked.country()::equalsIgnoreCase)) {
      return Optional.empty();
    }
    var manager = HolidayManager.getInstance(ManagerParameters.create(asked.country()));
    var parts = manager.getCalendarHierarchy().getChildren();
    if (!asked.subdivision().isEmpty() && !parts.containsKey(asked.subdivision())) {
      return Optional.empty();
    }
    var dates = new TreeSet<LocalDate>();
    for (int year = asked.year() - 1; year <= asked.year() + YEARS_AHEAD; year++) {
      var holidays =
          asked.subdivision().isEmpty()
              ? manager.getHolidays(Year.of(year))
              : manager.getHolidays(Year.of(year), asked.subdivision());
      holidays.stream().map(Holiday::getDate).forEach(dates::add);
    }
    return Optional.of(dates);
  }
}
