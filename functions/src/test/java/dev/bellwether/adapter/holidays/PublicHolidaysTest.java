package dev.bellwether.adapter.holidays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {
  private final PublicHolidays holidays =
      new PublicHolidays(() -> Instant.parse("2026-11-25T09:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "FR, '', 2026-07-14",
    "FR, '', 2026-04-06",
    "US, '', 2026-11-26",
    "BR, '', 2026-09-07",
    "IN, '', 2026-01-26",
    "DE, by, 2026-01-06",
    "DE, '', 2028-10-03",
    "FR, '', 2025-12-25"
  })
  void public_holidays_are_known_from_last_year_on(String country, String part, LocalDate day) {
    assertTrue(holidays.of(country, part).orElseThrow().contains(day));
  }

  @Test
  void a_part_has_holidays_of_its_own() {
    var epiphany = LocalDate.parse("2026-01-06");

    assertFalse(holidays.of("DE", "").orElseThrow().contains(epiphany));
    assertFalse(holidays.of("de", "be").orElseThrow().contains(epiphany));
  }

  @Test
  void what_is_not_known_is_said_to_be() {
    assertEquals(Optional.empty(), holidays.of("XX", ""));
    assertEquals(Optional.empty(), holidays.of("DE", "xx"));
  }
}
